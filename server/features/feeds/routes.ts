import * as contract from '../../../shared/contract/feeds.ts';
import { createLimit } from '../../http/limits.ts';
import type { Routes } from '../../http/routes.ts';
import { createExternalCalendars, type ExternalDeps } from './external.ts';
import { createFeed, type FeedDeps } from './feed.ts';

/** A professional's own calendars: the feed that others read, and those that Samtal reads. */
export function feedRoutes(routes: Routes, deps: FeedDeps & ExternalDeps): void {
	const feed = createFeed(deps);
	const external = createExternalCalendars(deps);
	// Each is a request to somebody else's server.
	const reads = createLimit(20, 60);

	routes.member(contract.getCalendars, async (_input, { memberId }) => {
		const own = await deps.db.calendarFeed.findUnique({ where: { memberId } });
		return {
			feed: own && { names: own.names, since: own.createdAt.toISOString() },
			external: await external.list(memberId),
		};
	});
	routes.member(contract.renewFeed, ({ body }, { memberId }) => feed.renew(memberId, body.names));
	routes.member(contract.changeFeed, async ({ body }, { memberId }) => {
		await feed.change(memberId, body.names);
		return {};
	});
	routes.member(contract.endFeed, async (_input, { memberId }) => {
		await feed.end(memberId);
		return {};
	});

	routes.member(contract.addExternalCalendar, async ({ body }, { memberId }) => {
		await reads.take(memberId);
		return external.add(memberId, body.name, body.address);
	});
	routes.member(contract.readExternalCalendar, async ({ params }, { memberId }) => {
		await reads.take(memberId);
		return external.read(memberId, params.calendarId);
	});
	routes.member(contract.removeExternalCalendar, async ({ params }, { memberId }) => {
		await external.remove(memberId, params.calendarId);
		return {};
	});
}
