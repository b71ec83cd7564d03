import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { attendeeTicket, type Visit } from '../../../../../shared/contract/join.ts';
import type { Api } from '../../../../lib/api.ts';
import { Button } from '../../../../ui/Button.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { AfterCall, useTool } from '../context.tsx';
import { OwnPayments } from '../../../../lib/payments/own/OwnPayments.tsx';
import { isOpen } from '../../../../lib/payments/own/payments.ts';
import { useOwnPayments } from '../../../../lib/payments/own/useOwnPayments.ts';

interface PayBeforeCallProps {
	visit: Visit;
	api: Api;
	onEntered: (ticket: string) => void;
}

/** What is to be paid before the waiting room, and the way on once that is done. */
export default function PayBeforeCall({ api, visit, onEntered }: PayBeforeCallProps) {
	const { t } = useTranslation('tools');
	const { appointmentId, startsAt: startedAt, professionalName } = visit;
	return (
		<AfterCall {...{ api, role: 'attendee', appointmentId, startedAt }}>
			<p>{t('payments.first.text', { name: professionalName })}</p>
			<Due onEntered={onEntered} />
		</AfterCall>
	);
}

function Due({ onEntered }: Pick<PayBeforeCallProps, 'onEntered'>) {
	const { t } = useTranslation('tools');
	const { api } = useTool();
	const payments = useOwnPayments().data;
	const enter = useMutation({
		mutationFn: () => api.call(attendeeTicket),
		onSuccess: ({ ticket }) => onEntered(ticket),
	});
	return (
		<>
			<OwnPayments />
			<FormError error={enter.error} />
			{payments && !payments.some(isOpen) && (
				<Button variant="primary" isPending={enter.isPending} onPress={() => enter.mutate()}>
					{t('payments.first.enter')}
				</Button>
			)}
		</>
	);
}
