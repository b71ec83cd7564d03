import * as contract from '../../../shared/contract/blocks.ts';
import type { Routes } from '../../http/routes.ts';
import { createBlocks, type BlockDeps } from './service.ts';

/** Time that professionals keep free of visits. */
export function blockRoutes(routes: Routes, deps: BlockDeps): void {
	const blocks = createBlocks(deps);
	routes.member(contract.listBlocks, async ({ query }, actor) => ({ blocks: await blocks.list(actor, query) }));
	routes.member(contract.createBlock, async ({ body }, actor) => ({ blocks: await blocks.create(actor, body) }));
	routes.member(contract.previewNewBlock, ({ body }, actor) => blocks.preview(actor, body));
	routes.member(contract.changeBlock, ({ params, body }, actor) => blocks.change(actor, params.blockId, body));
	routes.member(contract.deleteBlock, async ({ params, query }, actor) => {
		await blocks.delete(actor, params.blockId, query.scope);
		return {};
	});
}
