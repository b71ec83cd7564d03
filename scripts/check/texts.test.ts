import { describe, expect, it } from 'vitest';
import { compareCatalogues } from './catalogues.ts';
import { findLiterals } from './literals.ts';

describe('compareCatalogues', () => {
	const compare = (en: Parameters<typeof one>[0], pl: Parameters<typeof one>[0]) =>
		compareCatalogues('x', new Map([one(en, 'en'), one(pl, 'pl')]));
	const one = (texts: { [key: string]: string | { [key: string]: string } }, language: string) =>
		[language, texts] as const;

	it('is content with equal keys, each language with its own plural forms', () => {
		const pl = { a: { b: 'x' }, n_one: '1', n_few: '2', n_many: '5', n_other: '1,5' };
		expect(compare({ a: { b: 'x' }, n_one: '1', n_other: '2' }, pl)).toEqual([]);
	});

	it('names what one language lacks, or has left empty', () => {
		expect(compare({ a: { b: 'x' }, c: 'y' }, { a: { b: '' } })).toEqual([
			'pl/x: "a.b" is missing',
			'pl/x: "c" is missing',
		]);
	});

	it('names a plural form that the language needs', () => {
		expect(compare({ n_one: '1', n_other: '2' }, { n_one: '1', n_other: '2' })).toEqual([
			'pl/x: "n_few" is missing',
			'pl/x: "n_many" is missing',
		]);
	});

	it('names a placeholder that got lost', () => {
		expect(compare({ a: 'Hello {{name}}' }, { a: 'Cześć' })).toEqual(['pl/x: "a" lacks {{name}}']);
	});
});

describe('findLiterals', () => {
	const find = (jsx: string) => findLiterals('a.tsx', `const a = ${jsx};`).length;

	it.each([['<p>Hello</p>'], ["<p>{'Hello'}</p>"], ['<img alt="A cat" />'], ['<a aria-label={`Close`} />']])(
		'finds %s',
		(jsx) => expect(find(jsx)).toBe(1),
	);

	it.each([['<p className="x">{t("a")}</p>'], ['<p>·</p>'], ['<a title={t("a")} />'], ['<p> 12:30 </p>']])(
		'lets %s be',
		(jsx) => expect(find(jsx)).toBe(0),
	);
});
