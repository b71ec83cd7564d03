import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { billingLimits, updateBillingDetails, type BillingSettings } from '../../../../shared/contract/clinic.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';
import { ReminderFields } from './ReminderFields.tsx';

interface BillingFormProps {
	details: BillingSettings;
	/** Under which the saved ones are kept. */
	detailsKey: readonly string[];
}

/** All of a clinic's details, of which what is empty is left out of its invoices; and when it reminds of these. */
export function BillingForm({ details, detailsKey }: BillingFormProps) {
	const { t } = useTranslation(['billingDetails', 'common']);
	const queryClient = useQueryClient();
	const [typed, setTyped] = useState(details);
	const save = useMutation({
		mutationFn: () => memberApi.call(updateBillingDetails, { body: typed }),
		onSuccess: (saved) => {
			queryClient.setQueryData(detailsKey, saved);
			toast('success', t('saved'));
		},
	});
	const field = (name: keyof typeof billingLimits) => ({
		...{ label: t(`fields.${name}`), description: t(`help.${name}`), optional: true },
		...{ value: typed[name], maxLength: billingLimits[name] },
		onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
	});
	return (
		<Card>
			<form
				className="flex flex-col gap-4"
				onSubmit={(event) => {
					event.preventDefault();
					if (!save.isPending) save.mutate();
				}}
			>
				<TextField {...field('legalName')} autoComplete="organization" />
				<TextArea {...field('address')} rows={3} autoComplete="street-address" />
				<TextField {...field('registrationNumber')} />
				<TextField {...field('vatNumber')} />
				<TextField {...field('bankAccount')} />
				<TextArea {...field('payingText')} rows={3} />
				<ReminderFields
					reminders={typed.reminders}
					onChange={(reminders) => setTyped((before) => ({ ...before, reminders }))}
				/>
				<FormError error={save.error} />
				<Button type="submit" variant="primary" isPending={save.isPending} className="self-start">
					{t('common:actions.save')}
				</Button>
			</form>
		</Card>
	);
}
