import { useParams, useSearchParams } from 'react-router';
import { CallPage } from '../features/call/CallPage.tsx';

/** The professional's way into a visit's room; `?admit=` names an attendee at the door who is let in at once. */
export default function CallRoute() {
	const { appointmentId = '' } = useParams();
	const [search] = useSearchParams();
	return <CallPage key={appointmentId} appointmentId={appointmentId} admitAttendeeId={search.get('admit')} />;
}
