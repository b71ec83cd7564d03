import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { me } from '../../shared/contract/auth.ts';
import type { Viewer } from '../../shared/contract/session.ts';
import { isSamtalError, isUnreachable } from './api.ts';
import { memberApi } from './memberApi.ts';
import { tryAgainMs } from './tryAgain.ts';

/** Who is signed in; null for nobody. */
export const viewerQuery = queryOptions({
	queryKey: ['viewer'],
	queryFn: async ({ signal }): Promise<Viewer | null> => {
		try {
			return await memberApi.call(me, {}, { signal });
		} catch (error) {
			if (endsSession(error)) return null;
			throw error;
		}
	},
	staleTime: Number.POSITIVE_INFINITY,
	// Without it there is no page, so nobody gives up: a visit may be waiting behind it.
	retry: (_, error) => isUnreachable(error),
	retryDelay: (failures) => tryAgainMs(failures + 1),
});

/** Whether this error means that nobody is signed in any more. */
export const endsSession = (error: unknown): boolean =>
	isSamtalError(error, 'UNAUTHENTICATED') || isSamtalError(error, 'SESSION_ENDED');

export const ViewerContext = createContext<Viewer | null>(null);

/** The signed-in professional, on every page of the workstation. */
export function useViewer(): Viewer {
	const viewer = useContext(ViewerContext);
	if (!viewer) throw new Error('This page stands outside the signed-in part.');
	return viewer;
}

/** Lets somebody in or out: nothing that the one before has read stays in memory. */
export function changeViewer(queryClient: QueryClient, viewer: Viewer | null): void {
	queryClient.setQueryData(viewerQuery.queryKey, viewer);
	queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== viewerQuery.queryKey[0] });
}
