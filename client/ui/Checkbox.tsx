import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, FieldError, type CheckboxFieldProps } from 'react-aria-components/Checkbox';

interface CheckboxProps extends Omit<CheckboxFieldProps, 'className' | 'children' | 'style'> {
	errorMessage?: string | undefined;
	children: ReactNode;
}

/** A box to tick, its sentence beside it. */
export function Checkbox({ errorMessage, children, ...props }: CheckboxProps) {
	return (
		<CheckboxField isInvalid={errorMessage !== undefined} {...props} className="flex flex-col gap-1.5">
			<CheckboxButton className="group flex min-h-11 items-start gap-3 rounded-inner py-2.5 text-body data-disabled:opacity-50">
				<span className="border-edge bg-surface group-data-selected:bg-accent group-data-selected:border-accent group-data-invalid:border-danger text-on-accent mt-0.5 grid size-5 shrink-0 place-items-center rounded-md border transition-colors">
					<Check aria-hidden className="size-4 opacity-0 group-data-selected:opacity-100" strokeWidth={3} />
				</span>
				<span>{children}</span>
			</CheckboxButton>
			<FieldError className="text-small text-danger font-medium">{errorMessage}</FieldError>
		</CheckboxField>
	);
}
