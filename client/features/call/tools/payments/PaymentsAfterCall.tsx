import type { ReactNode } from 'react';
import type { Visit } from '../../../../../shared/contract/join.ts';
import type { Api } from '../../../../lib/api.ts';
import { AfterCall } from '../context.tsx';
import { OwnPayments } from '../../../../lib/payments/own/OwnPayments.tsx';
import { useOwnPayments } from '../../../../lib/payments/own/useOwnPayments.ts';

/** What the client was asked to pay, on the page on which the call has ended; nothing where that is nothing. */
export default function PaymentsAfterCall({ api, visit }: { api: Api; visit: Visit }): ReactNode {
	const { appointmentId, startsAt: startedAt } = visit;
	return (
		<AfterCall {...{ api, role: 'attendee', appointmentId, startedAt }}>
			<Asked />
		</AfterCall>
	);
}

function Asked() {
	const { data } = useOwnPayments();
	return data && data.length > 0 && <OwnPayments />;
}
