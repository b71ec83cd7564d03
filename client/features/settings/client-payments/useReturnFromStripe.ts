import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { checkPaymentAccount } from '../../../../shared/contract/paymentSetup.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { accountQuery } from './queries.ts';
import { useGoToStripe } from './useGoToStripe.ts';

/**
 * Whoever comes back from Stripe's form sees how the account stands now; whoever came to it by a link that was too old
 * goes there again. Answers with what went wrong on the way.
 */
export function useReturnFromStripe(): Error | null {
	const [params, setParams] = useSearchParams();
	const queryClient = useQueryClient();
	const { mutate: check, error: unchecked } = useMutation({
		mutationFn: () => memberApi.call(checkPaymentAccount),
		onSuccess: (account) => queryClient.setQueryData(accountQuery.queryKey, account),
	});
	const { mutate: goAgain, error: notGone } = useGoToStripe();
	const came = params.get('stripe');
	useEffect(() => {
		if (came === null) return;
		setParams({}, { replace: true });
		if (came === 'back') check();
		if (came === 'again') goAgain({});
	}, [came, setParams, check, goAgain]);
	return unchecked ?? notGone;
}
