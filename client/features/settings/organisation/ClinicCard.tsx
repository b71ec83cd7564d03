import { Check, CircleDashed, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/useFormat.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { ApproveDialog } from './ApproveDialog.tsx';
import type { OrganisationClinic } from './queries.ts';
import { useApprove } from './useApprove.ts';

interface ClinicCardProps {
	clinic: OrganisationClinic;
	/** The clinics whose accounts could take its money. */
	collectors: readonly OrganisationClinic[];
	/** Asks for the reason to refuse its request, or to switch its payments off. */
	onWithhold: () => void;
}

const looks = {
	on: { tone: 'success', Icon: Check },
	asked: { tone: 'warn', Icon: CircleDashed },
	off: { tone: 'neutral', Icon: X },
} as const;

/** One clinic: whether it may take payments, and its request. */
export function ClinicCard({ clinic, collectors, onWithhold }: ClinicCardProps) {
	const { name, enabled, request, collector } = clinic;
	const { t } = useTranslation('clientPayments');
	const format = useFormat();
	const approving = useApprove(name);
	const [choosing, setChoosing] = useState(false);
	const waits = request?.status === 'ASKED';
	const state = enabled ? 'on' : waits ? 'asked' : 'off';
	const { tone, Icon } = looks[state];
	return (
		<Card className="flex flex-col gap-3">
			<div className="flex items-start justify-between gap-3">
				<h2 className="min-w-0 font-semibold break-words">{name}</h2>
				<Badge tone={tone} icon={<Icon aria-hidden />}>
					{t(`organisation.${state}`)}
				</Badge>
			</div>
			{request ? (
				<div className="min-w-0">
					<p className="text-muted text-small">
						{t('organisation.request', { name: request.requestedBy, when: format.dateTime(request.requestedAt) })}
					</p>
					<p className="break-words">{request.why}</p>
					{request.reason !== null && <p className="text-muted">{t('access.reason', { reason: request.reason })}</p>}
				</div>
			) : (
				<p className="text-muted">{t('organisation.never')}</p>
			)}
			{collector && <p>{t('organisation.collect.by', { clinic: collector.name })}</p>}
			<FormError error={approving.error} />
			<div className="flex flex-wrap gap-2">
				{waits && (
					<Button
						variant="primary"
						isPending={approving.isPending}
						onPress={() =>
							collectors.length > 0 ? setChoosing(true) : approving.mutate({ requestId: request.id, collectorId: null })
						}
					>
						{t('organisation.approve')}
					</Button>
				)}
				{(waits || enabled) && (
					<Button onPress={onWithhold}>{t(waits ? 'organisation.refuse' : 'organisation.end')}</Button>
				)}
			</div>
			{waits && choosing && (
				<ApproveDialog requestId={request.id} {...{ clinic, collectors }} onClose={() => setChoosing(false)} />
			)}
		</Card>
	);
}
