import { useTranslation } from 'react-i18next';
import type { OwnPage } from '../../../shared/contract/ownPage.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';

/** What the client was asked to pay, each with the way to do so. */
export function ToPay({ toPay }: Pick<OwnPage, 'toPay'>) {
	const { t } = useTranslation('my');
	const format = useFormat();
	return (
		<section className="flex flex-col gap-4">
			<h2 className="text-title font-semibold">{t('toPay.title')}</h2>
			<ul className="flex flex-col gap-4">
				{toPay.map(({ id, description, payLink, ...money }) => (
					<li
						key={id}
						className="bg-surface border-line rounded-box flex flex-col gap-4 border p-5 sm:flex-row sm:items-center sm:justify-between"
					>
						<span className="min-w-0">
							<span className="block font-semibold tabular-nums">{format.money(money)}</span>
							<span className="text-muted block [overflow-wrap:anywhere]">{description}</span>
						</span>
						<a href={payLink} className={buttonStyle('primary', 'large')}>
							{t('toPay.pay')}
						</a>
					</li>
				))}
			</ul>
		</section>
	);
}
