import { X } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import type { Panel } from '../session/state.ts';
import { ChatPanel } from './ChatPanel.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { useSession } from './callContext.ts';
import { PartBoundary } from './PartBoundary.tsx';

const ToolsPanel = lazy(() => import('../tools/ToolsPanel.tsx').then((module) => ({ default: module.ToolsPanel })));

const contents = { tools: ToolsPanel, chat: ChatPanel, people: PeoplePanel } satisfies Record<Panel, unknown>;

/** The panel beside the stage; on a phone a sheet over its lower part. */
export function SidePanel({ panel }: { panel: Panel }) {
	const { t } = useTranslation('call');
	const session = useSession();
	const heading = useRef<HTMLHeadingElement>(null);
	const Content = contents[panel];
	useEffect(() => heading.current?.focus(), [panel]);
	return (
		// oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes, from any control inside
		<aside
			aria-labelledby="panel-title"
			data-panel={panel}
			onKeyDown={(event) => event.key === 'Escape' && session.view.showPanel(null)}
			className="bg-surface border-line animate-rise fixed inset-x-0 bottom-0 z-30 flex h-[72dvh] flex-col rounded-t-box border-t md:static md:z-auto md:my-3 md:mr-3 md:h-auto md:w-[380px] md:shrink-0 md:rounded-box md:border"
		>
			<header className="border-line flex items-center justify-between border-b py-1.5 pr-1.5 pl-4">
				<h2 id="panel-title" ref={heading} tabIndex={-1} className="text-title font-semibold">
					{t(`panel.${panel}`)}
				</h2>
				<IconButton label={t('panel.close')} onPress={() => session.view.showPanel(null)}>
					<X aria-hidden />
				</IconButton>
			</header>
			<div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
				<PartBoundary key={panel} fallback={<MissingPart />}>
					<Suspense
						fallback={
							<div className="p-4">
								<SkeletonList rows={3} />
							</div>
						}
					>
						<Content />
					</Suspense>
				</PartBoundary>
			</div>
		</aside>
	);
}

/** A reload comes back into the call by itself, but nobody is taken out of it without being asked. */
function MissingPart() {
	const { t } = useTranslation(['call', 'common']);
	return (
		<div className="p-4">
			<Notice
				tone="warn"
				title={t('call:missing.title')}
				action={<Button onPress={() => location.reload()}>{t('common:actions.reload')}</Button>}
			>
				<p>{t('call:missing.text')}</p>
			</Notice>
		</div>
	);
}
