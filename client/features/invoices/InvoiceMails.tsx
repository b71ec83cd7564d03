import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invoice, InvoiceMail } from '../../../shared/contract/invoices.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';

const tones: Record<InvoiceMail['state'], Tone> = {
	...{ QUEUED: 'info', SENT: 'success', FAILED: 'danger', WITHDRAWN: 'neutral' },
};

/** What was mailed of it, when and to whom; nothing before the first. */
export function InvoiceMails({ invoice: { mails } }: { invoice: Invoice }) {
	const { t } = useTranslation('invoices');
	const format = useFormat();
	const heading = useId();
	if (mails.length === 0) return null;
	return (
		<section aria-labelledby={heading} className="bg-surface border-line rounded-box border px-4 py-3.5">
			<h2 id={heading} className="text-title font-semibold">
				{t('mails.title')}
			</h2>
			<ul className="divide-line divide-y">
				{mails.map(({ number, kind, at, to, state }) => (
					<li key={number} className="flex items-start justify-between gap-3 py-3 last:pb-0">
						<p className="min-w-0 [overflow-wrap:anywhere]">
							{t(`mails.kind.${kind}`)}
							<span className="text-muted block text-small tabular-nums">
								{[format.dateTime(at), ...(to === null ? [] : [to])].join(' · ')}
							</span>
						</p>
						<Badge tone={tones[state]}>{t(`mails.state.${state}`)}</Badge>
					</li>
				))}
			</ul>
		</section>
	);
}
