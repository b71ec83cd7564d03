import { expect, test } from 'vitest';
import { linkify } from './linkify.ts';

test.each([
	['no address', [{ text: 'no address' }]],
	[
		'See https://example.com/a?b=c.',
		[{ text: 'See ' }, { text: 'https://example.com/a?b=c', href: 'https://example.com/a?b=c' }, { text: '.' }],
	],
	['(http://example.com)', [{ text: '(' }, { text: 'http://example.com', href: 'http://example.com' }, { text: ')' }]],
	['javascript:alert(1) data:text/html,x', [{ text: 'javascript:alert(1) data:text/html,x' }]],
	['https://', [{ text: 'https://' }]],
])('%s', (text, parts) => {
	expect(linkify(text)).toEqual(parts);
});

test('nothing of the text is lost', () => {
	const text = 'a https://example.com/ b <https://example.org/x> c';
	expect(
		linkify(text)
			.map((part) => part.text)
			.join(''),
	).toBe(text);
});
