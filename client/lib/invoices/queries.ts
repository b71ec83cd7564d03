import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { getInvoice, listInvoices } from '../../../shared/contract/invoices.ts';
import { memberApi } from '../memberApi.ts';
import { visitsKey } from '../visits/queries.ts';

const invoicesKey = ['invoices'];

/** The viewer's invoices, newest first; those of one client where one is named. */
export const invoicesQuery = (clientId?: string) =>
	queryOptions({
		queryKey: [...invoicesKey, 'list', clientId ?? null],
		queryFn: async ({ signal }) =>
			(await memberApi.call(listInvoices, { query: clientId === undefined ? {} : { clientId } }, { signal })).invoices,
	});

export const invoiceQuery = (invoiceId: string) =>
	queryOptions({
		queryKey: [...invoicesKey, 'one', invoiceId],
		queryFn: ({ signal }) => memberApi.call(getInvoice, { params: { invoiceId } }, { signal }),
	});

/** An invoice has changed, and with it what is paid. */
export const refreshInvoices = (queryClient: QueryClient) =>
	Promise.all([invoicesKey, ['payments'], visitsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
