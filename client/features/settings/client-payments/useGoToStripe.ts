import { useMutation } from '@tanstack/react-query';
import { connectAccount } from '../../../../shared/contract/paymentSetup.ts';
import type { InputOf } from '../../../../shared/contract/route.ts';
import { memberApi } from '../../../lib/memberApi.ts';

/** Leaves for Stripe's form, for the clinic's account unless another one is named or wanted. */
export const useGoToStripe = () =>
	useMutation({
		mutationFn: (wanted: Partial<InputOf<typeof connectAccount>['body']>) =>
			memberApi.call(connectAccount, { body: { existing: null, insteadOf: null, ...wanted } }),
		onSuccess: ({ url }) => location.assign(url),
	});
