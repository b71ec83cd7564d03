import { expect, test } from 'vitest';
import { admitOnArrival } from './admitOnArrival.ts';
import { createCallStore } from './state.ts';

const waiting = (attendeeId: string, peerId: string, encrypts = true) => ({
	peerId,
	attendeeId,
	appointmentId: 'visit',
	name: 'Vera Visitor',
	since: '2026-03-01T12:00:00Z',
	connected: true,
	encrypts,
});

test('the named attendee is let in once, nobody else is', () => {
	const store = createCallStore();
	const admitted: string[] = [];
	admitOnArrival({ store, admit: async (peerId) => admitted.push(peerId) > 0 }, 'vera');
	store.setState({ waiting: [waiting('other', 'peer-1')] });
	expect(admitted).toEqual([]);
	store.setState({ waiting: [waiting('other', 'peer-1'), waiting('vera', 'peer-2')] });
	store.setState({ waiting: [waiting('vera', 'peer-3')] });
	expect(admitted).toEqual(['peer-2']);
});

test('one whose browser cannot encrypt is left to be asked about', () => {
	const store = createCallStore();
	const admitted: string[] = [];
	admitOnArrival({ store, admit: async (peerId) => admitted.push(peerId) > 0 }, 'vera');
	store.setState({ waiting: [waiting('vera', 'peer-1', false)] });
	expect(admitted).toEqual([]);
});
