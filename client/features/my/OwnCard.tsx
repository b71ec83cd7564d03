import { CreditCard } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getOwnCard, removeOwnCard, type CardOnFile } from '../../../shared/contract/cardsOnFile.ts';
import { cardBrand } from '../../../shared/domain/payments/cardBrand.ts';
import type { Api } from '../../lib/api.ts';
import { expiryOf } from '../../lib/payments/expiryOf.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { useLoaded } from './useLoaded.ts';

interface OwnCardProps {
	api: Api;
	clinicName: string;
}

/** The card that the client lets the clinic charge, and the way out of that; nothing without one. */
export function OwnCard({ api, clinicName }: OwnCardProps) {
	const { t } = useTranslation('keptCard');
	const load = useCallback((signal: AbortSignal) => api.call(getOwnCard, {}, { signal }), [api]);
	const { place } = useLoaded(load);
	const card = place.at === 'page' ? place.page.card : null;
	if (card === null) return null;
	return (
		<section className="flex flex-col gap-4 pt-4">
			<h2 className="text-title font-semibold">{t('own.title')}</h2>
			<Kept {...{ api, clinicName, card }} />
		</section>
	);
}

function Kept({ api, clinicName: clinic, card }: OwnCardProps & { card: CardOnFile }) {
	const { t } = useTranslation('keptCard');
	const format = useFormat();
	const errorText = useErrorText();
	const [state, setState] = useState<'kept' | 'asking' | 'removing' | 'removed'>('kept');
	const [error, setError] = useState<unknown>(null);
	const said = useRef<HTMLParagraphElement>(null);
	// The buttons have changed: a screen reader goes on here.
	useEffect(() => void (state !== 'kept' && said.current?.focus()), [state]);

	const remove = async () => {
		setState('removing');
		setError(null);
		try {
			await api.call(removeOwnCard, { params: { cardId: card.id } });
			setState('removed');
		} catch (failure) {
			setError(failure);
			setState('asking');
		}
	};
	const words = { clinic, when: format.date(card.consentedAt, 'date') };
	return (
		<div className="bg-surface border-line rounded-box flex flex-col gap-4 border p-5 sm:flex-row sm:items-center sm:justify-between">
			<div className="flex gap-3">
				<CreditCard aria-hidden className="text-muted mt-0.5 size-5 shrink-0" />
				<div>
					<p className="font-semibold tabular-nums">
						{t('own.card', { brand: cardBrand(card.brand), last4: card.last4, expiry: expiryOf(card) })}
					</p>
					<p ref={said} tabIndex={-1} className="outline-none">
						{t(state === 'kept' ? 'own.agreed' : state === 'removed' ? 'own.removed' : 'own.ask', words)}
					</p>
					{error !== null && (
						<p role="alert" className="text-danger font-medium">
							{errorText(error)}
						</p>
					)}
				</div>
			</div>
			{state === 'kept' && (
				<button type="button" className={buttonStyle('secondary')} onClick={() => setState('asking')}>
					{t('own.remove')}
				</button>
			)}
			{(state === 'asking' || state === 'removing') && (
				<div className="flex flex-wrap gap-2">
					<button type="button" className={buttonStyle('quiet')} onClick={() => setState('kept')}>
						{t('own.keep')}
					</button>
					<button
						type="button"
						disabled={state === 'removing'}
						className={buttonStyle('secondary')}
						onClick={() => void remove()}
					>
						{t('own.confirm')}
					</button>
				</div>
			)}
		</div>
	);
}
