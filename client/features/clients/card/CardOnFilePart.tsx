import { useQuery } from '@tanstack/react-query';
import { CreditCard } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getClientCard } from '../../../../shared/contract/cardsOnFile.ts';
import { cardBrand } from '../../../../shared/domain/payments/cardBrand.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { expiryOf } from '../../../lib/payments/expiryOf.ts';
import { clientVisitsQuery } from '../../../lib/visits/queries.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';

const ChargeDialog = lazy(async () => ({ default: (await import('./ChargeDialog.tsx')).ChargeDialog }));
const RemoveCardDialog = lazy(async () => ({ default: (await import('./RemoveCardDialog.tsx')).RemoveCardDialog }));

/** The card that the client lets the clinic charge, with what can be done with it; nothing without one. */
export function CardOnFilePart({ clientId }: { clientId: string }) {
	const { t } = useTranslation('cardOnFile');
	const format = useFormat();
	const [open, setOpen] = useState<'charge' | 'remove' | null>(null);
	const { data: card, error } = useQuery({
		queryKey: ['payments', 'card', clientId],
		queryFn: async ({ signal }) => (await memberApi.call(getClientCard, { params: { clientId } }, { signal })).card,
	});
	const { data: visits, error: notRead } = useQuery({ ...clientVisitsQuery(clientId), enabled: Boolean(card) });
	if (error && card === undefined) return <FormError error={error} />;
	if (!card) return null;
	const onClose = () => setOpen(null);
	return (
		<Card aria-labelledby="card-on-file" className="flex flex-wrap items-center gap-x-4 gap-y-3">
			<CreditCard aria-hidden className="text-muted size-6 shrink-0" />
			<div className="min-w-0 flex-1 basis-56">
				<h2 id="card-on-file" className="text-muted text-small">
					{t('title')}
				</h2>
				<p className="font-medium tabular-nums">
					{t('card', { brand: cardBrand(card.brand), last4: card.last4, expiry: expiryOf(card) })}
				</p>
				<p className="text-muted text-small">{t('agreed', { when: format.date(card.consentedAt, 'date') })}</p>
			</div>
			<div className="ml-auto flex flex-wrap justify-end gap-2">
				<Button variant="quiet" onPress={() => setOpen('remove')}>
					{t('remove.open')}
				</Button>
				<Button isDisabled={!visits} onPress={() => setOpen('charge')}>
					{t('charge.open')}
				</Button>
			</div>
			{notRead && !visits && <FormError error={notRead} />}
			<Suspense fallback={null}>
				{open === 'charge' && visits && <ChargeDialog {...{ clientId, card, visits, onClose }} />}
				{open === 'remove' && <RemoveCardDialog {...{ clientId, card, onClose }} />}
			</Suspense>
		</Card>
	);
}
