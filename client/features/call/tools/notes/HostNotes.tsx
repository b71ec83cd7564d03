import { UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientNotes } from '../../../../ui/editor/ClientNotes.tsx';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { SkeletonList } from '../../../../ui/SkeletonList.tsx';
import { AttendeeSelect } from '../AttendeeSelect.tsx';
import { useTool } from '../context.tsx';
import { useViewer } from '../useViewer.ts';
import { useVisit } from '../useVisit.ts';

/** Writes into the client's record; in a group, into the record of the one who is chosen. */
export function HostNotes() {
	const { t } = useTranslation('tools');
	const { api, appointmentId } = useTool();
	const viewer = useViewer();
	const { data: visit, error } = useVisit();
	const [chosenId, setChosenId] = useState<string | null>(null);

	if (error && !visit) return <FormError error={error} />;
	if (!visit || !viewer) return <SkeletonList rows={3} />;
	const clients = visit.attendees.filter(({ clientId, cancelledAt }) => clientId !== null && cancelledAt === null);
	const chosen = clients.find(({ id }) => id === chosenId) ?? clients[0];
	if (!chosen || chosen.clientId === null)
		return <EmptyState icon={<UserX />} title={t('notes.noClient.title')} text={t('notes.noClient.text')} />;
	return (
		<div className="flex flex-col gap-4">
			<AttendeeSelect label={t('notes.about')} attendees={clients} value={chosen.id} onChange={setChosenId} />
			<ClientNotes
				key={chosen.clientId}
				api={api}
				authorId={viewer.memberId}
				clientId={chosen.clientId}
				appointmentId={appointmentId}
			/>
		</div>
	);
}
