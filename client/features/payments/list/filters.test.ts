import { expect, it } from 'vitest';
import { countSet, queryOf, readFilters, writeFilters } from './filters.ts';

const read = (address: string) => readFilters(new URLSearchParams(address));

it.each([
	'',
	'month=2026-03',
	'month=2026-03&professional=p&search=j%C3%B3n+d&state=open%2Crefunded&method=CARD%2CCASH',
])('the address %j comes back as it was', (address) => {
	expect(writeFilters(read(address)).toString()).toBe(address);
});

it('an address can hold nonsense, which says nothing', () => {
	expect(writeFilters(read('month=2026-13&state=LOST,open&method=&page=7')).toString()).toBe('state=open');
});

it('the server is asked for what is set, and for nothing else; the search is no filter', () => {
	expect(queryOf(read('search=+'))).toEqual({});
	const all = read('month=2026-03&state=open,received&method=CASH&professional=p&search=+jón+');
	expect(queryOf(all)).toEqual({ state: 'open,received', method: 'CASH', professionalId: 'p', search: 'jón' });
	expect(countSet(all)).toBe(3);
	expect(countSet(read('search=anna'))).toBe(0);
});
