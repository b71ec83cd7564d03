import { useQuery } from '@tanstack/react-query';
import { getOwnOffer, listOffers, type TimeOffer } from '../../../../../shared/contract/offers.ts';
import { useTool } from '../context.tsx';
import { toolKey } from '../../../../lib/toolKey.ts';

/** In ms from now: when what is offered expires, which nobody tells. */
function untilExpired(offers: readonly (TimeOffer | null)[]): number | false {
	const waits = offers.flatMap((offer) => (offer?.status === 'OPEN' ? [Date.parse(offer.expiresAt) - Date.now()] : []));
	return waits.length > 0 && Math.max(1_000, Math.min(...waits));
}

/** What was offered in this call, the latest to each client, live; for hosts. */
export function useOffers() {
	const { api, appointmentId, startedAt } = useTool();
	return useQuery({
		queryKey: toolKey('booking', 'offers'),
		queryFn: async () => (await api.call(listOffers, { params: { appointmentId } })).offers,
		select: (offers) => offers.filter(({ createdAt }) => Date.parse(createdAt) >= Date.parse(startedAt)),
		refetchInterval: ({ state }) => untilExpired(state.data ?? []),
	});
}

/** What was offered to this attendee in this call, live; null when nothing was. */
export function useOwnOffer() {
	const { api, startedAt } = useTool();
	return useQuery({
		queryKey: toolKey('booking', 'offer'),
		queryFn: async () => (await api.call(getOwnOffer)).offer,
		select: (offer) => (offer && Date.parse(offer.createdAt) >= Date.parse(startedAt) ? offer : null),
		refetchInterval: ({ state }) => untilExpired([state.data ?? null]),
	});
}
