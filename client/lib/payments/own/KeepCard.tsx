import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { getCardConsent, type CardConsent } from '../../../../shared/contract/cardsOnFile.ts';
import { toLocale } from '../../locale.ts';
import { usePayerApi } from './PayerApi.ts';
import { toolKey } from '../../toolKey.ts';

interface KeepCardProps {
	isKept: boolean;
	/** With the words that were agreed to. */
	onChange: (agreed: CardConsent | null) => void;
}

/** Lets the clinic keep the card and charge it later. Nothing while its words are not there: paying needs no consent. */
export function KeepCard({ isKept, onChange }: KeepCardProps) {
	const { t, i18n } = useTranslation('keptCard');
	const api = usePayerApi();
	const words = useId();
	const locale = toLocale(i18n.language);
	const { data: consent } = useQuery({
		queryKey: toolKey('payments', 'consent', locale),
		queryFn: async () => (await api.call(getCardConsent, { query: { locale } })).consent,
	});
	if (!consent) return null;
	return (
		<div className="border-line flex flex-col gap-1 rounded-box border px-4 py-2">
			<label className="flex min-h-11 cursor-pointer items-center gap-3 font-medium">
				<input
					type="checkbox"
					checked={isKept}
					onChange={(event) => onChange(event.target.checked ? consent : null)}
					aria-describedby={words}
					className="accent-accent size-6 shrink-0"
				/>
				{t('keep', { clinic: consent.clinicName })}
			</label>
			<p id={words} className="text-muted pb-2 text-small">
				{consent.text}
			</p>
		</div>
	);
}
