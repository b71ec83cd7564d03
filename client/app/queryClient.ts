import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isUnreachable } from '../lib/api.ts';
import { endsSession, viewerQuery } from '../lib/viewer.ts';

/** Server state of the workstation. A session that ended anywhere leads to the sign-in page. */
export function createQueryClient(): QueryClient {
	const onError = (error: Error) => {
		if (endsSession(error)) client.setQueryData(viewerQuery.queryKey, null);
	};
	const client = new QueryClient({
		queryCache: new QueryCache({ onError }),
		mutationCache: new MutationCache({ onError }),
		defaultOptions: {
			queries: {
				staleTime: 15_000,
				retry: (failures, error) => failures < 2 && isUnreachable(error),
			},
			mutations: { networkMode: 'always' },
		},
	});
	return client;
}
