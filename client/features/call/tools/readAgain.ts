import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Reads again what has changed in the backend. NOTE: an answer that is on its way may be older than the change, and
 * where it is the first one, TanStack Query would go on waiting for it and take it for new.
 */
export async function readAgain(queryClient: QueryClient, queryKey: QueryKey): Promise<void> {
	await queryClient.cancelQueries({ queryKey });
	await queryClient.invalidateQueries({ queryKey });
}
