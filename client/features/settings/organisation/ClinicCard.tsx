import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, CircleDashed, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { decidePaymentAccess } from '../../../../shared/contract/paymentSetup.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { toast } from '../../../ui/toasts.ts';
import { organisationQuery, type OrganisationClinic } from './queries.ts';

interface ClinicCardProps {
	clinic: OrganisationClinic;
	/** Asks for the reason to refuse its request, or to switch its payments off. */
	onWithhold: () => void;
}

const looks = {
	on: { tone: 'success', Icon: Check },
	asked: { tone: 'warn', Icon: CircleDashed },
	off: { tone: 'neutral', Icon: X },
} as const;

/** One clinic: whether it may take payments, and its request. */
export function ClinicCard({ clinic: { name, enabled, request }, onWithhold }: ClinicCardProps) {
	const { t } = useTranslation('clientPayments');
	const format = useFormat();
	const queryClient = useQueryClient();
	const approving = useMutation({
		mutationFn: (requestId: string) =>
			memberApi.call(decidePaymentAccess, { params: { requestId }, body: { approve: true } }),
		onSuccess: () => toast('success', t('organisation.approved', { clinic: name })),
		onSettled: () => queryClient.invalidateQueries(organisationQuery),
	});
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
			<FormError error={approving.error} />
			<div className="flex flex-wrap gap-2">
				{waits && (
					<Button variant="primary" isPending={approving.isPending} onPress={() => approving.mutate(request.id)}>
						{t('organisation.approve')}
					</Button>
				)}
				{(waits || enabled) && (
					<Button onPress={onWithhold}>{t(waits ? 'organisation.refuse' : 'organisation.end')}</Button>
				)}
			</div>
		</Card>
	);
}
