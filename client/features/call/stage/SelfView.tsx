import clsx from 'clsx';
import { useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TileId } from './arrangement.ts';
import { PeerTile } from './PeerTile.tsx';

const corners = ['bottom-6 right-6', 'bottom-6 left-6', 'top-6 left-6', 'top-6 right-6'] as const;

/** Our own small picture. It is dragged to a corner, or moved to the next one with Enter. */
export function SelfView({ id, keepFreeBelow }: { id: TileId; keepFreeBelow: number }) {
	const { t } = useTranslation('call');
	const [corner, setCorner] = useState(0);
	const [drag, setDrag] = useState<{ x: number; y: number } | null>(null);
	const start = useRef({ x: 0, y: 0 });

	const begin = (event: PointerEvent<HTMLButtonElement>) => {
		event.currentTarget.setPointerCapture(event.pointerId);
		start.current = { x: event.clientX, y: event.clientY };
		setDrag({ x: 0, y: 0 });
	};
	const move = ({ clientX, clientY }: PointerEvent) =>
		drag && setDrag({ x: clientX - start.current.x, y: clientY - start.current.y });
	const drop = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLButtonElement>) => {
		setDrag(null);
		const area = currentTarget.offsetParent?.getBoundingClientRect();
		if (area && drag && Math.hypot(drag.x, drag.y) > 8) setCorner(nearestCorner(clientX, clientY, area));
	};

	return (
		<button
			type="button"
			aria-label={`${t('tile.self')}. ${t('self.move')}`}
			onPointerDown={begin}
			onPointerMove={move}
			onPointerUp={drop}
			onKeyDown={(event) => event.key === 'Enter' && setCorner((corner + 1) % corners.length)}
			style={{ marginBottom: keepFreeBelow, ...(drag && { transform: `translate(${drag.x}px, ${drag.y}px)` }) }}
			className={clsx(
				'absolute z-10 aspect-[3/4] w-[26vw] max-w-56 touch-none rounded-box sm:aspect-video sm:w-[22vw]',
				drag ? 'cursor-grabbing' : 'cursor-grab',
				corners[corner],
			)}
		>
			<PeerTile id={id} className="shadow-float size-full" />
		</button>
	);
}

function nearestCorner(x: number, y: number, area: DOMRect): number {
	const right = x > area.left + area.width / 2;
	const bottom = y > area.top + area.height / 2;
	if (bottom) return right ? 0 : 1;
	return right ? 3 : 2;
}
