import { queryOptions, useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { listStatements, statementPaper, type Statement } from '../../../../shared/contract/statements.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { useDownload } from '../../../lib/useDownload.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';

export const statementsQuery = queryOptions({
	queryKey: ['payments', 'statements'],
	queryFn: async ({ signal }) => (await memberApi.call(listStatements, {}, { signal })).statements,
});

/** What is collected for the clinic by another one, or by it for others, month by month; nothing where nobody does that. */
export function Statements() {
	const { t } = useTranslation('payouts');
	const { data, error } = useQuery(statementsQuery);
	if (error) return <FormError error={error} />;
	if (!data || data.length === 0) return null;
	return (
		<section aria-labelledby="statements" className="flex flex-col gap-3">
			<div>
				<h2 id="statements" className="text-title font-semibold">
					{t('statements.title')}
				</h2>
				<p className="text-muted">{t('statements.detail')}</p>
			</div>
			<ul className="bg-surface border-line divide-line divide-y rounded-box border px-4">
				{data.map((statement) => (
					<StatementRow key={pathOf(statement)} statement={statement} />
				))}
			</ul>
		</section>
	);
}

function StatementRow({ statement }: { statement: Statement }) {
	const { t } = useTranslation('payouts');
	const format = useFormat();
	const viewer = useViewer();
	const { download } = useDownload();
	const { clinic, collector, isOver, currency, carriedMinor, payableMinor } = statement;
	const month = format.date(Temporal.PlainYearMonth.from(statement.month).toPlainDate({ day: 1 }), 'month');
	const day = format.date(Temporal.PlainDate.from(statement.payableOn), 'date');
	const isOurs = clinic.id === viewer.clinic.id;
	return (
		<li className="flex items-center gap-x-4 py-3">
			<div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
				<div className="min-w-0 flex-1 basis-48">
					<p className="font-medium">{month}</p>
					<p className="text-muted text-small">
						{isOurs ? t('statements.from', { clinic: collector.name }) : t('statements.to', { clinic: clinic.name })}
					</p>
					{carriedMinor < 0 && (
						<p className="text-muted text-small">
							{t('statements.carried', { amount: format.money({ amountMinor: carriedMinor, currency }) })}
						</p>
					)}
				</div>
				<Badge tone={isOver ? 'info' : 'neutral'}>
					{isOver ? t('statements.payable', { day }) : t('statements.soFar')}
				</Badge>
				<span className="font-semibold tabular-nums sm:min-w-24 sm:text-right">
					{format.money({ amountMinor: payableMinor, currency })}
				</span>
			</div>
			<IconButton label={t('statements.paper', { month })} onPress={() => download(pathOf(statement))}>
				<FileText aria-hidden />
			</IconButton>
		</li>
	);
}

const pathOf = ({ clinic, collector, month, currency }: Statement): string =>
	statementPaper.path
		.replace(':clinicId', clinic.id)
		.replace(':collectorId', collector.id)
		.replace(':month', month)
		.replace(':currency', currency);
