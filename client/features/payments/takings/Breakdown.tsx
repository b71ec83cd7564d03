import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Takings } from '../../../../shared/contract/takings.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';

const ways = ['byDay', 'byService', 'byProfessional'] as const;

/** What came in, of one currency, by day, service or professional. */
export function Breakdown({ takings }: { takings: Takings }) {
	const { t } = useTranslation('billing');
	const format = useFormat();
	const [way, setWay] = useState<(typeof ways)[number]>('byDay');
	const noVisit = t('takings.noVisit');
	const rows = {
		byDay: takings.byDay.map(({ date, amountMinor }) => ({
			...{ key: date, amountMinor },
			name: format.date(Temporal.PlainDate.from(date), 'shortDay'),
		})),
		byService: takings.byService.map(({ id, name, ...row }) => ({ ...row, key: id ?? '', name: name ?? noVisit })),
		byProfessional: takings.byProfessional.map(({ id, name, ...row }) => ({
			...{ ...row, key: id ?? '' },
			name: name ?? noVisit,
		})),
	};
	return (
		<Card>
			<Tabs
				label={t('takings.label')}
				selected={way}
				onSelect={setWay}
				tabs={ways.map((key) => ({
					key,
					title: t(`takings.${key}`),
					content: <Bars rows={rows[key]} currency={takings.currency} />,
				}))}
			/>
		</Card>
	);
}

interface BarsProps {
	rows: readonly { key: string; name: string; amountMinor: number }[];
	currency: string;
}

/** The largest one is as long as there is room. */
function Bars({ rows, currency }: BarsProps) {
	const format = useFormat();
	const most = Math.max(1, ...rows.map(({ amountMinor }) => amountMinor));
	return (
		<ul className="flex flex-col gap-3">
			{rows.map(({ key, name, amountMinor }) => (
				<li key={key}>
					<p className="flex flex-wrap justify-between gap-x-4">
						<span className="min-w-0 break-words">{name}</span>
						<span className="ml-auto font-semibold tabular-nums">{format.money({ amountMinor, currency })}</span>
					</p>
					<div aria-hidden className="bg-sunken mt-1 h-1.5 rounded-full">
						<div
							className="bg-accent h-full rounded-full"
							style={{ width: `${Math.max(0, (100 * amountMinor) / most)}%` }}
						/>
					</div>
				</li>
			))}
		</ul>
	);
}
