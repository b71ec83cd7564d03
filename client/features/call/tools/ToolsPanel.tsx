import { ArrowLeft, ChevronRight } from 'lucide-react';
import { Suspense } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import { useTool } from './context.tsx';
import type { Tool } from './registry.ts';
import { useTools } from './useTools.ts';

/**
 * The panel of tools: a card with a sentence for each that the viewer's role and the clinic's add-ons allow, then the
 * one that was chosen. Fills its container (380 px panel, or a sheet on a phone), which has the heading *Tools*, and
 * scrolls. Stands inside `ToolsProvider`.
 */
export function ToolsPanel() {
	const { t } = useTranslation('tools');
	const { role, openTool, setOpenTool } = useTool();
	const tools = useTools();
	const open = tools.find(({ id }) => id === openTool);
	const View = open?.sides[role]?.View;

	if (!open || !View)
		return (
			<ul className="flex flex-col gap-3 p-4">
				{tools.map((tool) => (
					<ToolCard key={tool.id} tool={tool} onOpen={() => setOpenTool(tool.id)} />
				))}
			</ul>
		);
	return (
		<section className="flex flex-col gap-4 p-4" aria-labelledby="open-tool">
			<div className="flex items-center gap-1">
				<Button variant="quiet" size="small" icon={<ArrowLeft aria-hidden />} onPress={() => setOpenTool(null)}>
					{t('panel.back')}
				</Button>
				<h3 id="open-tool" className="flex-1 truncate text-right font-semibold">
					{t(`${open.id}.title.${role}`)}
				</h3>
			</div>
			<Suspense fallback={<SkeletonList rows={3} />}>
				<View />
			</Suspense>
		</section>
	);
}

function ToolCard({ tool: { id, icon: Icon, sides }, onOpen }: { tool: Tool; onOpen: () => void }) {
	const { t } = useTranslation('tools');
	const { role } = useTool();
	const State = sides[role]?.State;
	return (
		<li>
			<AriaButton
				onPress={onOpen}
				className="border-line bg-surface hover:bg-sunken flex w-full items-center gap-3 rounded-box border p-4 text-left transition-colors"
			>
				<span aria-hidden className="bg-accent-soft text-accent grid size-11 shrink-0 place-items-center rounded-box">
					<Icon className="size-5" />
				</span>
				<span className="min-w-0 flex-1">
					<span className="block font-semibold">{t(`${id}.title.${role}`)}</span>
					<span className="text-muted block text-small">{t(`${id}.sentence.${role}`)}</span>
					{State && (
						<span className="text-accent block text-small font-semibold">
							<Suspense>
								<State />
							</Suspense>
						</span>
					)}
				</span>
				<ChevronRight aria-hidden className="text-muted size-5 shrink-0" />
			</AriaButton>
		</li>
	);
}
