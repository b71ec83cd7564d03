import { useParams } from 'react-router';
import { CallPage } from '../features/call/CallPage.tsx';

/** The professional's way into a visit's room. */
export default function CallRoute() {
	const { appointmentId = '' } = useParams();
	return <CallPage key={appointmentId} appointmentId={appointmentId} />;
}
