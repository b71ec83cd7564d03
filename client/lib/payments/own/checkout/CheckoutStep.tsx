import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openCheckout, type Payment } from '../../../../../shared/contract/payments.ts';
import { Button } from '../../../../ui/Button.tsx';
import { buttonStyle } from '../../../../ui/buttonStyle.ts';
import { FormError } from '../../../../ui/FormError.tsx';
import { toolKey } from '../../../toolKey.ts';
import { usePayerApi } from '../PayerApi.ts';
import { useOwnPayments } from '../useOwnPayments.ts';

const awaitingMs = 2_000;

/**
 * Pays on the payment service's own page, in a tab of its own, where no card form can be loaded. That the money came is
 * believed of the server alone, which is asked until then.
 */
export function CheckoutStep({ payment }: { payment: Payment }) {
	const { t } = useTranslation('checkout');
	const api = usePayerApi();
	const queryClient = useQueryClient();
	const [url, setUrl] = useState<string | null>(null);
	useOwnPayments(url === null ? {} : { pollMs: awaitingMs });
	const open = useMutation({
		mutationFn: async (tab: Window | null) => {
			try {
				const page = await api.call(openCheckout, { params: { paymentId: payment.id } });
				setUrl(page.url);
				tab?.location.replace(page.url);
			} catch (error) {
				tab?.close();
				throw error;
			}
		},
		// Withdrawn or already received meanwhile: the dialog then shows that.
		onSettled: () => queryClient.invalidateQueries({ queryKey: toolKey('payments') }),
	});
	if (url !== null)
		return (
			<div role="status" className="flex flex-col gap-3">
				<p className="font-semibold">{t('awaiting.title')}</p>
				<p className="text-muted">{t('awaiting.text')}</p>
				<a href={url} target="_blank" rel="noopener noreferrer" className={buttonStyle()}>
					<ExternalLink aria-hidden />
					{t('awaiting.again')}
				</a>
			</div>
		);
	return (
		<div className="flex flex-col gap-4">
			<div>
				<p className="font-semibold">{t(payment.hosted ? 'begun.title' : 'offer.title')}</p>
				<p className="text-muted">{t('offer.text')}</p>
			</div>
			<FormError error={open.error} />
			<Button
				variant="primary"
				icon={<ExternalLink aria-hidden />}
				isPending={open.isPending}
				onPress={() => open.mutate(openTab())}
			>
				{t('offer.open')}
			</Button>
		</div>
	);
}

/** Browsers allow a tab only at the press itself, before the server has answered; the page there never knows of ours. */
function openTab(): Window | null {
	const tab = window.open('about:blank', '_blank');
	if (tab) tab.opener = null;
	return tab;
}
