import type { ReactNode } from 'react';
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch';

interface SwitchProps extends Omit<SwitchFieldProps, 'className' | 'children' | 'style'> {
	children: ReactNode;
}

/** Something that is on or off at once, its words beside it. */
export function Switch({ children, ...props }: SwitchProps) {
	return (
		<SwitchField {...props}>
			<SwitchButton className="group flex min-h-11 items-center gap-3 rounded-inner text-body data-disabled:opacity-50">
				<span className="border-edge bg-sunken group-data-selected:bg-accent group-data-selected:border-accent flex h-6 w-10 shrink-0 items-center rounded-full border px-0.5 transition-colors">
					<span className="bg-edge group-data-selected:bg-on-accent size-4.5 rounded-full transition-transform group-data-selected:translate-x-4" />
				</span>
				<span>{children}</span>
			</SwitchButton>
		</SwitchField>
	);
}
