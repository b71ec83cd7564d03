import clsx from 'clsx';
import { UserRound } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { arrange, gridColumns, type TileId } from './arrangement.ts';
import { useCall } from './callContext.ts';
import { PeerTile } from './PeerTile.tsx';
import { SelfView } from './SelfView.tsx';
import { useSize } from './useSize.ts';

const keyOf = ({ peerId, source }: TileId) => `${peerId}/${source}`;

/** Everybody's pictures, in the place that the view gives them. `keepFreeBelow`: what lies over the lower edge, in CSS pixels. */
export function Tiles({ keepFreeBelow }: { keepFreeBelow: number }) {
	const input = useCall(
		useShallow(({ self, peers, view, pinnedPeerId, activeSpeakers }) => ({
			self,
			peers,
			view,
			pinnedPeerId,
			activeSpeakers,
		})),
	);
	if (!input.self) return null;
	const { large, rest, selfFloats } = arrange({ ...input, self: input.self });
	const own: TileId = { peerId: input.self.peerId, source: 'camera' };
	return (
		<section className="relative flex min-h-0 min-w-0 flex-1 flex-col gap-2 p-2 sm:p-3">
			{large ? (
				<>
					{rest.length > 0 && <Strip tiles={rest} />}
					<PeerTile key={keyOf(large)} id={large} className="min-h-0 w-full flex-1" />
				</>
			) : (
				<Grid tiles={rest} />
			)}
			{selfFloats && <SelfView id={own} keepFreeBelow={keepFreeBelow} />}
			{input.peers.length === 0 && <Alone />}
		</section>
	);
}

const Strip = ({ tiles }: { tiles: readonly TileId[] }) => (
	<ul className="flex h-24 shrink-0 justify-center-safe gap-2 overflow-x-auto sm:h-32">
		{tiles.map((id) => (
			<li key={keyOf(id)} className="aspect-video h-full shrink-0">
				<PeerTile id={id} className="size-full" />
			</li>
		))}
	</ul>
);

function Grid({ tiles }: { tiles: readonly TileId[] }) {
	const area = useRef<HTMLUListElement>(null);
	const { width, height } = useSize(area);
	const columns = gridColumns(tiles.length, width, height);
	return (
		<ul
			ref={area}
			className="grid min-h-0 flex-1 auto-rows-fr gap-2"
			style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
		>
			{tiles.map((id) => (
				<li key={keyOf(id)} className="min-h-0">
					<PeerTile id={id} className="size-full" />
				</li>
			))}
		</ul>
	);
}

function Alone() {
	const { t } = useTranslation('call');
	const waiting = useCall((state) => state.waiting.length);
	return (
		<p
			role="status"
			className={clsx(
				'text-stage-ink absolute inset-x-4 top-6 mx-auto flex w-fit max-w-full items-center gap-2',
				'rounded-box bg-stage/75 px-4 py-2.5 text-center',
			)}
		>
			<UserRound aria-hidden className="size-5 shrink-0" />
			{waiting > 0 ? t('alone.waiting', { count: waiting }) : t('alone.nobody')}
		</p>
	);
}
