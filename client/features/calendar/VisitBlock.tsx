import clsx from 'clsx';
import { MapPin, Video } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import { namesOf, paidOf } from '../../lib/visits/visitState.ts';
import type { Block } from './gridLayout.ts';

interface VisitBlockProps {
	block: Block;
	/** Pixels from the column's upper edge to a minute of the day. */
	top: (minute: number) => number;
	onOpen: () => void;
}

const leastHeight = 30;

export function VisitBlock({ block, top, onOpen }: VisitBlockProps) {
	const { t } = useTranslation('visits');
	const format = useFormat();
	const { visit, fromMinute, toMinute, lane, lanes } = block;
	const from = top(fromMinute);
	const height = Math.max(leastHeight, top(toMinute) - from - 2);
	const Place = visit.office.kind === 'VIDEO' ? Video : MapPin;
	const time = format.timeRange(visit.startsAt, visit.endsAt);
	const paid = t(`paid.${paidOf(visit)}`, { amount: format.money(visit) });
	const cancelled = visit.status === 'CANCELLED';
	return (
		<Button
			onPress={onOpen}
			className={clsx(
				'absolute flex cursor-pointer flex-col items-start overflow-hidden rounded-inner border-l-3 px-2 py-1 text-left text-small leading-4 outline-offset-0',
				cancelled
					? 'bg-sunken border-edge text-muted line-through'
					: 'bg-accent-soft border-accent text-ink hover:brightness-97',
			)}
			style={{
				top: from + 1,
				height,
				left: `calc(${(lane / lanes) * 100}% + 2px)`,
				width: `calc(${100 / lanes}% - 5px)`,
			}}
		>
			<span className="w-full truncate font-semibold">{namesOf(visit)}</span>
			<span className="sr-only">{[time, visit.service.name, cancelled ? t('status.CANCELLED') : paid].join(', ')}</span>
			{height > 38 && (
				<span aria-hidden className="text-muted flex w-full items-center gap-1">
					<Place className="size-3.5 shrink-0" />
					<span className="truncate tabular-nums">{time}</span>
				</span>
			)}
		</Button>
	);
}
