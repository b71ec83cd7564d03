import { describe, expect, it } from 'vitest';
import { countSet, daysOf, isInOrder, queryOf, readFilters, writeFilters } from './filters.ts';

const read = (address: string) => readFilters(new URLSearchParams(address));
const today = Temporal.PlainDate.from('2026-02-10');

describe('the address', () => {
	it.each([
		'',
		'period=all',
		'period=own&from=2026-01-01&to=2026-01-31',
		'status=PLANNED%2CDONE&paid=unpaid%2Cpartly&professional=p&service=s&office=o&search=j%C3%B3n+d',
	])('%j comes back as it was', (address) => {
		expect(writeFilters(read(address)).toString()).toBe(address);
	});

	it('can hold nonsense, which says nothing', () => {
		expect(writeFilters(read('period=never&status=LOST,DONE&paid=&page=7&from=2026-01-01')).toString()).toBe(
			'status=DONE',
		);
	});
});

describe('the period', () => {
	it.each([
		['', { from: '2026-01-11', to: '2026-02-10' }],
		['period=month', { from: '2026-02-01', to: '2026-02-28' }],
		['period=next30', { from: '2026-02-10', to: '2026-03-12' }],
		['period=all', {}],
		['period=own&from=2025-12-24', { from: '2025-12-24' }],
		['period=own&from=0202-12-24&to=2026-01-01', { to: '2026-01-01' }],
	])('of %j is %j', (address, days) => {
		expect(daysOf(read(address), today)).toEqual(days);
	});

	it('is in order when it does not end before it starts', () => {
		expect(isInOrder({ from: '2026-01-02', to: '2026-01-01' })).toBe(false);
		for (const days of [{ from: '2026-01-01', to: '2026-01-01' }, { from: '2026-01-02' }, { to: '2026-01-01' }, {}]) {
			expect(isInOrder(days)).toBe(true);
		}
	});
});

it('the server is asked for what is set, and for nothing else', () => {
	expect(queryOf(read('period=all&search=+'), today)).toEqual({});
	expect(
		queryOf(read('period=all&status=DONE,CANCELLED&paid=paid&professional=p&service=s&office=o&search=+jón+'), today),
	).toEqual({
		...{ status: 'DONE,CANCELLED', paid: 'paid', professionalId: 'p', serviceId: 's', officeId: 'o', search: 'jón' },
	});
});

it('filters are counted, the usual period and the search are none', () => {
	expect(countSet(read('search=anna'))).toBe(0);
	expect(countSet(read('period=all&status=DONE,PLANNED&paid=paid&professional=p&service=s&office=o'))).toBe(6);
});
