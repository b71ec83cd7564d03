import { expect, test } from 'vitest';
import { htmlOf, renderLetter } from './letter.ts';

test('a link with a label is a button in HTML and stands alone in the text; words that look alike are words', () => {
	const letter = renderLetter([
		{ paragraph: 'Dear <Jón>,\nwelcome' },
		{ link: 'https://samtal.example/join#a&b', label: 'Join' },
		{ paragraph: 'Your page:\nhttps://samtal.example/my' },
	]);
	expect(letter.text).toBe(
		'Dear <Jón>,\nwelcome\n\nJoin:\nhttps://samtal.example/join#a&b\n\nYour page:\nhttps://samtal.example/my\n',
	);
	const html = htmlOf(letter);
	expect(html).toContain('Dear &#60;Jón&#62;,<br>welcome</p>');
	expect(html).toContain('href="https://samtal.example/join#a&#38;b"');
	expect(html.match(/<a /g)).toHaveLength(1);
});
