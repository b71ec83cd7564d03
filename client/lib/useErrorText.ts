import { useTranslation } from 'react-i18next';
import { SamtalError } from '../../shared/contract/errors.ts';
import { isSamtalError } from './api.ts';
import { errorText } from './errorText.ts';

/** Says in the reader's language what went wrong, which fields to check, and what to quote to support. */
export function useErrorText(): (error: unknown) => string {
	const { t, i18n } = useTranslation('errors');
	return (error) => {
		const { code, details } = isSamtalError(error) ? error : new SamtalError('INTERNAL');
		const fields = (details.issues ?? [])
			.map(({ path }) => fieldKeys.find((key) => key === path.split('.').at(-1)))
			.filter((key) => key !== undefined)
			.map((key) => t(`field.${key}`));
		return [
			errorText(i18n, code),
			fields.length > 0 ? t('check', { fields: [...new Set(fields)].join(', ') }) : undefined,
			details.correlationId === undefined ? undefined : t('reference', { id: details.correlationId }),
		]
			.filter((part) => part !== undefined)
			.join(' ');
	};
}

const fieldKeys = [
	'email',
	'password',
	'name',
	'phone',
	'amountMinor',
	'description',
	'startsAt',
	'serviceId',
	'officeId',
	'client',
	'text',
	'document',
	'receiptEmail',
] as const;
