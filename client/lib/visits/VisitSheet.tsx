import { CalendarX, Pencil, Repeat2, Video } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { paidOf } from '../../../shared/domain/payments/paid.ts';
import { paths } from '../paths.ts';
import { OpenRequests } from '../payments/record/OpenRequests.tsx';
import { RecordPayment } from '../payments/record/RecordPayment.tsx';
import { useFormat } from '../useFormat.ts';
import { useViewer } from '../viewer.ts';
import { CallLogPart } from './call/CallLogPart.tsx';
import { CallQuality } from './CallQuality.tsx';
import { CancelVisitDialog } from './CancelVisitDialog.tsx';
import { EditVisitDialog } from './EditVisitDialog.tsx';
import { GroupPart } from './group/GroupPart.tsx';
import { JoinLink } from './JoinLink.tsx';
import { RepeatVisitDialog } from './RepeatVisitDialog.tsx';
import { PaidBadge, StatusBadge } from './VisitBadges.tsx';
import { VisitReminders } from './VisitReminders.tsx';
import { dueOf, hasBegun, isGroup, isOpen, namesOf } from './visitState.ts';

/** One visit with everything that can be done to it. Mount it to open it. */
export function VisitSheet({ visit, onClose }: { visit: Appointment; onClose: () => void }) {
	const { t } = useTranslation('visits');
	const format = useFormat();
	const viewer = useViewer();
	const [doing, setDoing] = useState<'cancel' | 'edit' | 'repeat'>();
	const done = () => setDoing(undefined);
	const client = visit.attendees.find(({ clientId }) => clientId !== null);
	return (
		<Sheet
			isOpen
			onClose={onClose}
			title={namesOf(visit)}
			footer={
				isOpen(visit) ? (
					<>
						<Button variant="quiet" icon={<CalendarX aria-hidden />} onPress={() => setDoing('cancel')}>
							{t('cancel.action')}
						</Button>
						<LinkButton to={paths.call(visit.id)} variant="primary" icon={<Video aria-hidden />}>
							{t('openRoom')}
						</LinkButton>
					</>
				) : undefined
			}
		>
			<div className="flex flex-col gap-5">
				<div>
					<p className="text-title font-semibold">{format.date(visit.startsAt, 'day')}</p>
					<p className="text-title tabular-nums">
						{format.timeRange(visit.startsAt, visit.endsAt)}{' '}
						<span className="text-muted text-small">{format.zone(visit.startsAt)}</span>
					</p>
				</div>
				<div className="flex flex-wrap gap-2">
					<StatusBadge visit={visit} />
					<PaidBadge visit={visit} />
					{visit.seriesId !== null && <Badge>{t('series')}</Badge>}
				</div>
				<dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
					<dt className="text-muted">{t('new.service')}</dt>
					<dd>{visit.service.name}</dd>
					<dt className="text-muted">{t('new.office')}</dt>
					<dd>{visit.office.name}</dd>
					<dt className="text-muted">{t('professional')}</dt>
					<dd>{visit.professional.name}</dd>
					{visit.resources.length > 0 && (
						<>
							<dt className="text-muted">{t('new.resources')}</dt>
							<dd>{visit.resources.map(({ name }) => name).join(', ')}</dd>
						</>
					)}
					{visit.note !== '' && (
						<>
							<dt className="text-muted">{t('new.note')}</dt>
							<dd className="whitespace-pre-line">{visit.note}</dd>
						</>
					)}
				</dl>
				{visit.status !== 'CANCELLED' && (
					<div className="flex flex-wrap gap-2">
						{isOpen(visit) && (
							<Button size="small" icon={<Pencil aria-hidden />} onPress={() => setDoing('edit')}>
								{t('edit.action')}
							</Button>
						)}
						{isOpen(visit) && visit.seriesId === null && (
							<Button size="small" icon={<Repeat2 aria-hidden />} onPress={() => setDoing('repeat')}>
								{t('repeat.action')}
							</Button>
						)}
						{paidOf(dueOf(visit)) !== 'free' && <RecordPayment visit={visit} size="small" />}
					</div>
				)}
				<Suspense fallback={null}>
					<OpenRequests appointmentId={visit.id} />
				</Suspense>
				{isGroup(visit) ? (
					<Suspense fallback={null}>
						<GroupPart visit={visit} />
					</Suspense>
				) : (
					isOpen(visit) &&
					visit.attendees
						.filter(({ cancelledAt }) => cancelledAt === null)
						.map((attendee) => <JoinLink key={attendee.id} visit={visit} attendee={attendee} />)
				)}
				{client?.clientId && !isGroup(visit) && (
					<div className="flex flex-wrap gap-2">
						<LinkButton to={paths.client(client.clientId)}>{t('openRecord')}</LinkButton>
						{client.invoice && (viewer.role === 'MANAGER' || client.invoice.createdById === viewer.memberId) && (
							<LinkButton to={paths.invoice(client.invoice.id)}>{t('openInvoice')}</LinkButton>
						)}
					</div>
				)}
				<Suspense fallback={null}>
					<VisitReminders visit={visit} />
				</Suspense>
				{hasBegun(visit) && (
					<Suspense fallback={null}>
						<CallLogPart visit={visit} />
					</Suspense>
				)}
				{hasBegun(visit) && <CallQuality visit={visit} />}
			</div>
			{doing === 'cancel' && <CancelVisitDialog visit={visit} onClose={done} onCancelled={onClose} />}
			{doing === 'edit' && <EditVisitDialog visit={visit} onClose={done} />}
			{doing === 'repeat' && <RepeatVisitDialog visit={visit} onClose={done} />}
		</Sheet>
	);
}
