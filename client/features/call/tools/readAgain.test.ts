import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { readAgain } from './readAgain.ts';

/** A query that somebody looks at, whose answers come when they are given. */
function ask() {
	const queryClient = new QueryClient();
	const answers: ((data: string) => void)[] = [];
	const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
	const observer = new QueryObserver(queryClient, { queryKey: ['tool', 'payments'], queryFn });
	observer.subscribe(() => undefined);
	return { queryClient, answers, data: () => observer.getCurrentResult().data };
}

test('the first answer does not count when something changes while it is on its way', async () => {
	const { queryClient, answers, data } = ask();
	const read = readAgain(queryClient, ['tool', 'payments']);
	await expect.poll(() => answers.length).toBe(2);
	answers[0]?.('old');
	answers[1]?.('new');
	await read;
	expect(data()).toBe('new');
});

test('what is there stays until the new is', async () => {
	const { queryClient, answers, data } = ask();
	answers[0]?.('old');
	await expect.poll(data).toBe('old');
	const read = readAgain(queryClient, ['tool', 'payments']);
	await expect.poll(() => answers.length).toBe(2);
	expect(data()).toBe('old');
	answers[1]?.('new');
	await read;
	expect(data()).toBe('new');
});
