import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { updateFeeRules, type FeeRules } from '../../../../shared/contract/clinic.ts';
import { shareOf } from '../../../../shared/domain/payments/fees.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { Button } from '../../../ui/Button.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { toast } from '../../../ui/toasts.ts';
import { feesQuery } from './queries.ts';

/** A price to show what the fees come to: 100.00 of most currencies. */
const EXAMPLE_MINOR = 10_000;

/** Both fees in per cent of the price, and what they come to. */
export function FeesForm({ rules }: { rules: FeeRules }) {
	const { t } = useTranslation(['clientPayments', 'common']);
	const queryClient = useQueryClient();
	const format = useFormat();
	const { currency } = useViewer().clinic;
	const [typed, setTyped] = useState(rules);
	const save = useMutation({
		mutationFn: () => memberApi.call(updateFeeRules, { body: typed }),
		onSuccess: (saved) => {
			queryClient.setQueryData(feesQuery.queryKey, saved);
			toast('success', t('fees.saved'));
		},
	});
	const field = (name: keyof FeeRules) => ({
		value: typed[name] / 100,
		onChange: (share: number) => setTyped((before) => ({ ...before, [name]: Math.round(share * 100) })),
		...{ formatOptions: { style: 'percent' } as const, minValue: 0, maxValue: 1, isRequired: true },
	});
	const isIncomplete = Object.values(typed).some(Number.isNaN);
	const money = (amountMinor: number) => format.money({ amountMinor, currency });
	return (
		<form
			className="flex flex-col gap-4"
			onSubmit={(event) => {
				event.preventDefault();
				if (!save.isPending && !isIncomplete) save.mutate();
			}}
		>
			<div className="grid items-start gap-4 sm:grid-cols-2">
				<NumberField label={t('fees.late')} {...field('lateFeePercent')} />
				<NumberField label={t('fees.noShow')} {...field('noShowFeePercent')} />
			</div>
			<p className="text-muted text-small">{t('fees.lateHelp')}</p>
			{!isIncomplete && (
				<p>
					{t('fees.example', {
						price: money(EXAMPLE_MINOR),
						late: money(shareOf(EXAMPLE_MINOR, typed.lateFeePercent)),
						noShow: money(shareOf(EXAMPLE_MINOR, typed.noShowFeePercent)),
					})}{' '}
					{t('fees.group')}
				</p>
			)}
			<FormError error={save.error} />
			<Button
				type="submit"
				variant="primary"
				isPending={save.isPending}
				isDisabled={isIncomplete}
				className="self-start"
			>
				{t('common:actions.save')}
			</Button>
		</form>
	);
}
