import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../../../../shared/contract/payments.ts';
import { FormError } from '../../../../../ui/FormError.tsx';
import { Notice } from '../../../../../ui/Notice.tsx';
import { TextField } from '../../../../../ui/TextField.tsx';
import { PayButton } from '../PayButton.tsx';
import { groupCardNumber, groupExpiry, readExpiry } from './cardInput.ts';
import type { SandboxCard } from './sandboxStripe.ts';

interface CardFieldsProps {
	payment: Payment;
	isPending: boolean;
	error: unknown;
	onSubmit: (card: SandboxCard) => void;
}

/** Number, expiry and security code of a test card. */
export function CardFields({ payment, isPending, error, onSubmit }: CardFieldsProps) {
	const { t } = useTranslation('payments');
	const [number, setNumber] = useState('');
	const [expiry, setExpiry] = useState('');
	const [cvc, setCvc] = useState('');
	const [checked, setChecked] = useState(false);
	const date = readExpiry(expiry);
	const wrong = {
		number: number.replaceAll(' ', '').length < 15 ? t('cardForm.wrong.number') : undefined,
		expiry: date === null ? t('cardForm.wrong.expiry') : undefined,
		cvc: cvc.length < 3 ? t('cardForm.wrong.cvc') : undefined,
	};
	const shown = checked ? wrong : { number: undefined, expiry: undefined, cvc: undefined };

	const submit = (event: FormEvent) => {
		event.preventDefault();
		setChecked(true);
		if (date !== null && !wrong.number && !wrong.cvc) onSubmit({ number, cvc, ...date });
	};
	const digits = { inputMode: 'numeric', isRequired: true, validationBehavior: 'aria' } as const;
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<Notice tone="info">{t('cardForm.demo')}</Notice>
			<TextField
				{...digits}
				label={t('cardForm.number')}
				placeholder="4242 4242 4242 4242"
				autoComplete="cc-number"
				value={number}
				onChange={(typed) => setNumber(groupCardNumber(typed))}
				errorMessage={shown.number}
				autoFocus
			/>
			<div className="grid grid-cols-2 gap-4">
				<TextField
					{...digits}
					label={t('cardForm.expiry')}
					placeholder={t('cardForm.expiryFormat')}
					autoComplete="cc-exp"
					value={expiry}
					onChange={(typed) => setExpiry(groupExpiry(typed))}
					errorMessage={shown.expiry}
				/>
				<TextField
					{...digits}
					label={t('cardForm.cvc')}
					placeholder="123"
					autoComplete="cc-csc"
					value={cvc}
					onChange={(typed) => setCvc(typed.replaceAll(/\D/g, '').slice(0, 4))}
					errorMessage={shown.cvc}
				/>
			</div>
			<FormError error={error} />
			<PayButton payment={payment} isPending={isPending} />
		</form>
	);
}
