import { expect, test } from 'vitest';
import { fillReminder, unknownVariables } from './reminderText.ts';

const values = {
	...{ client: 'Jón {clinic} Demo', clinic: 'Clinic $&', service: 'Session', professional: 'Anna Demo' },
	...{ date: 'Monday 2 March', time: '10:00', place: 'Video', link: 'https://samtal.example/join#x' },
	cancelLink: 'https://samtal.example/join?change#x',
};

test('every value is put in as it is, each place of it', () => {
	expect(fillReminder('{client}: {date}, {time}, {time} at {clinic}. {unknown} {}', values)).toBe(
		'Jón {clinic} Demo: Monday 2 March, 10:00, 10:00 at Clinic $&. {unknown} {}',
	);
});

test('what is no variable is named', () => {
	expect(unknownVariables('{client} {Client} {} {toString} {link}')).toEqual(['Client', '', 'toString']);
});
