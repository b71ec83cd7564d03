import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '../../lib/api.ts';
import { OwnPayments } from '../../lib/payments/own/OwnPayments.tsx';
import { PayerApi, usePayerApi } from '../../lib/payments/own/PayerApi.ts';
import { ownPaymentsQuery } from '../../lib/payments/own/useOwnPayments.ts';
import { isOpen } from '../../lib/payments/own/payments.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { PublicLoading } from '../../ui/PublicLoading.tsx';
import { PublicPage } from '../../ui/PublicPage.tsx';
import { PublicProblem } from '../../ui/PublicProblem.tsx';

/** The request may be withdrawn meanwhile, or the money be recorded. */
const lookAgainMs = 10_000;

/** One payment, for whoever has its link: what for, how it stands, and the way to pay it. */
export function PayApp({ api }: { api: Api }) {
	const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
	return (
		<QueryClientProvider client={queryClient}>
			<PayerApi value={api}>
				<PayPage />
			</PayerApi>
		</QueryClientProvider>
	);
}

function PayPage() {
	const { t } = useTranslation('pay');
	const errorText = useErrorText();
	const { data, error, refetch } = useQuery({ ...ownPaymentsQuery(usePayerApi()), refetchInterval: lookAgainMs });
	if (data === undefined && error === null) return <PublicLoading text={t('loading')} />;
	if (data === undefined)
		return <PublicProblem title={t('problem')} text={errorText(error)} onRetry={() => void refetch()} />;
	return (
		<PublicPage clinic={data.clinicName}>
			<h1 className="text-display font-semibold tracking-tight">{t('title', { clinic: data.clinicName })}</h1>
			<div className="flex flex-col gap-3">
				<OwnPayments />
			</div>
			<p className="text-muted">{t(data.payments.some(isOpen) ? 'safe' : 'done', { clinic: data.clinicName })}</p>
		</PublicPage>
	);
}
