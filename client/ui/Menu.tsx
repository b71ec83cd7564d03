import clsx from 'clsx';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
	Menu as AriaMenu,
	Header,
	MenuItem as AriaMenuItem,
	MenuSection as AriaMenuSection,
	MenuTrigger,
	Popover,
	type Key,
} from 'react-aria-components/Menu';
import { itemStyle, popoverStyle } from './listStyle.ts';

interface MenuProps {
	/** The button that opens it: `Button` or `IconButton`. */
	trigger: ReactElement;
	label: string;
	children: ReactNode;
}

/** A list of actions behind a button. */
export const Menu = ({ trigger, label, children }: MenuProps) => (
	<MenuTrigger>
		{trigger}
		<Popover className={popoverStyle} offset={6}>
			<AriaMenu aria-label={label} className="min-w-48 outline-none">
				{children}
			</AriaMenu>
		</Popover>
	</MenuTrigger>
);

interface MenuItemProps {
	onAction: () => void;
	icon?: ReactNode;
	tone?: 'plain' | 'danger';
	children: string;
}

export const MenuItem = ({ onAction, icon, tone, children }: MenuItemProps) => (
	<AriaMenuItem
		onAction={onAction}
		textValue={children}
		className={clsx(itemStyle, tone === 'danger' && '!text-danger')}
	>
		{icon}
		{children}
	</AriaMenuItem>
);

interface MenuChoiceProps<V extends string> {
	title: string;
	options: readonly { value: V; label: string; lang?: string }[];
	value: V;
	onChange: (value: V) => void;
}

/** A part of a menu in which exactly one entry is chosen. */
export function MenuChoice<V extends string>({ title, options, value, onChange }: MenuChoiceProps<V>) {
	const choose = (keys: 'all' | Iterable<Key>) => {
		const chosen = options.find((option) => keys !== 'all' && [...keys].includes(option.value));
		if (chosen) onChange(chosen.value);
	};
	return (
		<AriaMenuSection
			selectionMode="single"
			disallowEmptySelection
			selectedKeys={[value]}
			onSelectionChange={choose}
			className="border-line not-first:mt-1 not-first:border-t not-first:pt-1"
		>
			<Header className="text-muted px-3 pt-2 pb-1 text-small font-semibold">{title}</Header>
			{options.map((option) => (
				<AriaMenuItem
					key={option.value}
					id={option.value}
					textValue={option.label}
					className={clsx(itemStyle, 'group')}
				>
					<span className="flex-1" {...(option.lang !== undefined && { lang: option.lang })}>
						{option.label}
					</span>
					<Check aria-hidden className="text-accent opacity-0 group-data-selected:opacity-100" />
				</AriaMenuItem>
			))}
		</AriaMenuSection>
	);
}
