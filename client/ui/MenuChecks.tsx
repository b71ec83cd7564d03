import clsx from 'clsx';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header, MenuItem, MenuSection, type Key } from 'react-aria-components/Menu';
import { itemStyle } from './listStyle.ts';

interface MenuChecksProps {
	title: string;
	options: readonly { value: string; label: string; icon?: ReactNode }[];
	checked: readonly string[];
	onChange: (checked: string[]) => void;
}

/** A part of a menu in which any number of entries is chosen; it stays open while they are. */
export function MenuChecks({ title, options, checked, onChange }: MenuChecksProps) {
	const choose = (keys: 'all' | Iterable<Key>) => {
		const chosen = keys === 'all' ? undefined : new Set(keys);
		onChange(options.map(({ value }) => value).filter((value) => chosen?.has(value) ?? true));
	};
	return (
		<MenuSection
			selectionMode="multiple"
			selectedKeys={checked}
			onSelectionChange={choose}
			shouldCloseOnSelect={false}
			className="border-line not-first:mt-1 not-first:border-t not-first:pt-1"
		>
			<Header className="text-muted px-3 pt-2 pb-1 text-small font-semibold">{title}</Header>
			{options.map(({ value, label, icon }) => (
				<MenuItem key={value} id={value} textValue={label} className={clsx(itemStyle, 'group')}>
					{icon}
					<span className="flex-1">{label}</span>
					<Check aria-hidden className="text-accent opacity-0 group-data-selected:opacity-100" />
				</MenuItem>
			))}
		</MenuSection>
	);
}
