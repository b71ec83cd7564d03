import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useWaitingQueue } from '../features/waiting/useWaitingQueue.ts';
import { WaitingStrip } from '../features/waiting/WaitingStrip.tsx';
import { useViewer } from '../lib/viewer.ts';
import { SkeletonList } from '../ui/SkeletonList.tsx';
import { BottomBar } from './BottomBar.tsx';
import { OwnMenu } from './OwnMenu.tsx';
import { Rail } from './Rail.tsx';

/** Rail, top bar and the strip of those who wait, around every page of the workstation. */
export function Shell() {
	const { t } = useTranslation('shell');
	const { clinic } = useViewer();
	useWaitingQueue();
	return (
		<div className="md:grid md:grid-cols-[auto_minmax(0,1fr)]">
			<a
				href="#content"
				className="bg-accent text-on-accent fixed top-2 left-2 z-60 -translate-y-20 rounded-box px-4 py-2 focus:translate-y-0"
			>
				{t('nav.skip')}
			</a>
			<Rail />
			<div className="flex min-h-dvh min-w-0 flex-col">
				<header className="bg-page border-line sticky top-0 z-20 border-b">
					<div className="flex h-16 items-center justify-between gap-3 px-4 md:px-8">
						<p className="truncate font-semibold">{clinic.name}</p>
						<OwnMenu />
					</div>
					<WaitingStrip />
				</header>
				<main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 pt-6 pb-28 md:px-8 md:pb-12">
					<Suspense fallback={<SkeletonList rows={3} rowClassName="h-24" />}>
						<Outlet />
					</Suspense>
				</main>
			</div>
			<BottomBar />
		</div>
	);
}
