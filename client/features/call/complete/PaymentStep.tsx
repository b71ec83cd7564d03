import { useQueryClient } from '@tanstack/react-query';
import { CreditCard } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Appointment } from '../../../../shared/contract/appointments.ts';
import { paidOf } from '../../../../shared/domain/payments/paid.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { paths } from '../../../lib/paths.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { RecordPayment } from '../../../lib/payments/record/RecordPayment.tsx';
import { refreshVisits } from '../../../lib/visits/queries.ts';
import { PaidBadge } from '../../../lib/visits/VisitBadges.tsx';
import { comingClients, dueOf } from '../../../lib/visits/visitState.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import { toast } from '../../../ui/toasts.ts';
import { AfterCall } from '../tools/context.tsx';

const HostPayments = lazy(async () => ({ default: (await import('../tools/payments/host.ts')).HostPayments }));

/** Charge now, charge later or skip; nothing for a visit that costs nothing. */
export function PaymentStep({ visit }: { visit: Appointment }) {
	const { t } = useTranslation('complete');
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const { clinic } = useViewer();
	const [asking, setAsking] = useState(false);
	const paid = paidOf(dueOf(visit));
	if (paid === 'free') return null;
	const clients = comingClients(visit);
	const stopAsking = () => {
		setAsking(false);
		void refreshVisits(queryClient);
	};
	const later = () => {
		toast('info', t('pay.laterDone'));
		void navigate(paths.today);
	};
	const call = { api: memberApi, role: 'host' as const, appointmentId: visit.id, startedAt: visit.startsAt };
	return (
		<div className="border-line flex flex-col gap-3 border-t pt-5">
			<div className="flex flex-wrap items-center justify-between gap-3">
				<h3 className="font-semibold">{t('pay.title')}</h3>
				<PaidBadge visit={visit} />
			</div>
			{paid === 'paid' ? (
				<p>{t('pay.received')}</p>
			) : (
				<>
					{clinic.paymentsEnabled && (
						<p className="text-muted text-small">
							{clients.length > 1 ? t('pay.reachGroup') : t('pay.reach', { name: clients[0]?.name })}
						</p>
					)}
					<div className="flex flex-wrap gap-2">
						{clinic.paymentsEnabled && (
							<Button variant="primary" icon={<CreditCard aria-hidden />} onPress={() => setAsking(true)}>
								{t('pay.request')}
							</Button>
						)}
						<RecordPayment visit={visit} />
						<Button onPress={later}>{t('pay.later')}</Button>
						<Button variant="quiet" onPress={() => void navigate(paths.today)}>
							{t('pay.skip')}
						</Button>
					</div>
				</>
			)}
			<Dialog isOpen={asking} onClose={stopAsking} title={t('pay.request')}>
				<AfterCall {...call}>
					<Suspense fallback={<SkeletonList rows={3} />}>
						<HostPayments />
					</Suspense>
				</AfterCall>
			</Dialog>
		</div>
	);
}
