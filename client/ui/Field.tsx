import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';

export interface FieldWords {
	label: string;
	/** One sentence of help below the control. */
	description?: ReactNode;
	/** What is wrong and how to mend it; shows together with `isInvalid`. */
	errorMessage?: string | undefined;
	/** Says "optional" beside the label. */
	optional?: boolean;
}

export const inputStyle =
	'w-full min-h-11 rounded-box border border-edge bg-surface px-3 text-body text-ink placeholder:text-muted ' +
	'transition-colors data-invalid:border-danger disabled:opacity-50';

export const fieldStyle = 'flex flex-col gap-1.5';

/** Label above, help and errors below a control of React Aria, which ties them together for screen readers. */
export function Field({ label, description, errorMessage, optional, children }: FieldWords & { children: ReactNode }) {
	const { t } = useTranslation('common');
	return (
		<>
			<Label className="text-small font-semibold">
				{label}
				{optional && <span className="text-muted font-normal"> ({t('field.optional')})</span>}
			</Label>
			{children}
			{description !== undefined && (
				<Text slot="description" className="text-small text-muted">
					{description}
				</Text>
			)}
			<FieldError className="text-small text-danger font-medium">
				{({ validationDetails }) =>
					errorMessage ??
					(validationDetails.valueMissing
						? t('field.required')
						: validationDetails.typeMismatch
							? t('field.email')
							: t('field.invalid'))
				}
			</FieldError>
		</>
	);
}
