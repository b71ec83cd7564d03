import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { getInvoice, listInvoices, type Invoice } from '../../../shared/contract/invoices.ts';
import { memberApi } from '../memberApi.ts';
import { visitsKey } from '../visits/queries.ts';

const invoicesKey = ['invoices'];

/** The viewer's invoices, newest first, page after page; those of one client or in one state where those are named. */
export const invoicesQuery = (wanted: { clientId?: string; state?: Invoice['state'] }) =>
	infiniteQueryOptions({
		queryKey: [...invoicesKey, 'list', wanted],
		queryFn: ({ pageParam: cursor, signal }) =>
			memberApi.call(listInvoices, { query: { ...wanted, ...(cursor !== '' && { cursor }) } }, { signal }),
		initialPageParam: '',
		getNextPageParam: ({ next }) => next,
		select: ({ pages }) => pages.flatMap(({ invoices }) => invoices),
	});

export const invoiceQuery = (invoiceId: string) =>
	queryOptions({
		queryKey: [...invoicesKey, 'one', invoiceId],
		queryFn: ({ signal }) => memberApi.call(getInvoice, { params: { invoiceId } }, { signal }),
	});

/** An invoice has changed, and with it what is paid. */
export const refreshInvoices = (queryClient: QueryClient) =>
	Promise.all([invoicesKey, ['payments'], visitsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
