import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarPlus, Check, NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { completeAppointment } from '../../../../shared/contract/appointments.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { paths } from '../../../lib/paths.ts';
import { CallLogPart } from '../../../lib/visits/call/CallLogPart.tsx';
import { NewVisitDialog } from '../../../lib/visits/NewVisitDialog.tsx';
import { refreshVisits, visitQuery } from '../../../lib/visits/queries.ts';
import { comingClients, namesOf } from '../../../lib/visits/visitState.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PaymentStep } from './PaymentStep.tsx';

interface CompleteSessionProps {
	appointmentId: string;
	/** The call was ended for all, and the visit is done with it. */
	ended: boolean;
}

/** What is left to do when a call is over: who was there, the visit's state, its payment, and what comes next. */
export function CompleteSession({ appointmentId, ended }: CompleteSessionProps) {
	const { t } = useTranslation('complete');
	const queryClient = useQueryClient();
	const { data: visit } = useQuery(visitQuery(appointmentId));
	const [booking, setBooking] = useState(false);
	const complete = useMutation({
		mutationFn: () => memberApi.call(completeAppointment, { params: { appointmentId } }),
		onSuccess: () => refreshVisits(queryClient),
	});
	if (!visit) return null;
	const isDone = ended || complete.isSuccess || visit.status === 'DONE';
	const [client, ...others] = comingClients(visit);
	const single = client?.clientId && others.length === 0 ? { id: client.clientId, name: client.name } : undefined;
	return (
		<Card>
			<section aria-label={t('title')} className="flex flex-col gap-5">
				<div className="flex flex-wrap items-center justify-between gap-3">
					<h2 className="min-w-0 text-title font-semibold break-words">{namesOf(visit)}</h2>
					{isDone ? (
						<Badge tone="success" icon={<Check aria-hidden />}>
							{t('done')}
						</Badge>
					) : (
						<Button size="small" isPending={complete.isPending} onPress={() => complete.mutate()}>
							{t('markDone')}
						</Button>
					)}
				</div>
				<FormError error={complete.error} />
				<CallLogPart visit={visit} />
				<PaymentStep visit={visit} />
				{single && (
					<div className="border-line flex flex-col gap-3 border-t pt-5">
						<h3 className="font-semibold">{t('next.title')}</h3>
						<div className="flex flex-wrap gap-2">
							<Button icon={<CalendarPlus aria-hidden />} onPress={() => setBooking(true)}>
								{t('next.book')}
							</Button>
							<LinkButton
								to={`${paths.client(single.id)}?tab=documentation`}
								icon={<NotebookPen aria-hidden className="size-5" />}
							>
								{t('next.note')}
							</LinkButton>
						</div>
					</div>
				)}
			</section>
			{booking && <NewVisitDialog client={single} onClose={() => setBooking(false)} />}
		</Card>
	);
}
