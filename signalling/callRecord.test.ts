import { expect, it } from 'vitest';
import { quietLog } from '../sfu/testing/quietLog.ts';
import { CallRecord } from './CallRecord.ts';
import { createManualClock } from './testing/manualClock.ts';

it('records what has to be known later, in its order and once each, however long the backend is away', async () => {
	const clock = createManualClock();
	const written: string[] = [];
	let away = true;
	const write = async (what: string) => {
		if (away) throw new Error('away');
		written.push(what);
	};
	const record = new CallRecord({
		backend: {
			callStarted: (id) => write(`started ${id}`),
			attendeeRemoved: (id) => write(`removed ${id}`),
			callEnded: (id) => write(`ended ${id}`),
		},
		appointmentId: 'visit',
		schedule: clock.schedule,
		log: quietLog,
	});
	record.start();
	record.start();
	record.removed('anna');
	record.end();
	for (let tries = 0; tries < 3; tries++) {
		await new Promise(setImmediate);
		clock.advance(2_000);
	}
	expect(written).toEqual([]);
	away = false;
	await new Promise(setImmediate);
	clock.advance(2_000);
	await expect.poll(() => written).toEqual(['started visit', 'removed anna', 'ended visit']);
});
