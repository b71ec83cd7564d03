import { ListPlus, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../../shared/contract/appointments.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { comingClients, isOpen } from '../visitState.ts';
import { AddClientDialog } from './AddClientDialog.tsx';
import { AttendeeCard } from './AttendeeCard.tsx';
import { WaitingPart } from './WaitingPart.tsx';

/** Who comes to a group visit, who waits, and what can be done for each. */
export function GroupPart({ visit }: { visit: Appointment }) {
	const { t } = useTranslation('groups');
	const [adding, setAdding] = useState<'add' | 'wait'>();
	const coming = comingClients(visit).length;
	const { capacity } = visit.service;
	const isFull = coming >= capacity;
	return (
		<section className="flex flex-col gap-3">
			<div className="flex flex-wrap items-center gap-2">
				<h3 className="text-title font-semibold">{t('title')}</h3>
				<Badge tone={isFull ? 'info' : 'neutral'}>
					{t('places', { coming, capacity })}
					{isFull && ` · ${t('full')}`}
				</Badge>
			</div>
			{visit.attendees.length === 0 && <p className="text-muted">{t('empty')}</p>}
			<ul className="flex flex-col gap-3">
				{visit.attendees.map((attendee) => (
					<AttendeeCard key={attendee.id} visit={visit} attendee={attendee} />
				))}
			</ul>
			{isOpen(visit) && (
				<Button
					className="self-start"
					icon={isFull ? <ListPlus aria-hidden /> : <UserRoundPlus aria-hidden />}
					onPress={() => setAdding(isFull ? 'wait' : 'add')}
				>
					{t(isFull ? 'wait' : 'add')}
				</Button>
			)}
			<WaitingPart visit={visit} />
			{adding && <AddClientDialog visit={visit} what={adding} onClose={() => setAdding(undefined)} />}
		</section>
	);
}
