import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';

interface TabsProps<K extends string> {
	/** What the tabs divide, for screen readers. */
	label: string;
	tabs: readonly { key: K; title: string; content: ReactNode }[];
	selected: K;
	onSelect: (key: K) => void;
}

export const Tabs = <K extends string>({ label, tabs, selected, onSelect }: TabsProps<K>) => (
	<AriaTabs
		selectedKey={selected}
		onSelectionChange={(key) => {
			const tab = tabs.find((candidate) => candidate.key === key);
			if (tab) onSelect(tab.key);
		}}
	>
		<TabList aria-label={label} className="border-line flex gap-1 overflow-x-auto border-b">
			{tabs.map(({ key, title }) => (
				<Tab
					key={key}
					id={key}
					className="text-muted hover:text-ink data-selected:text-ink data-selected:border-accent cursor-pointer border-b-2 border-transparent px-3 py-2.5 font-semibold whitespace-nowrap -outline-offset-2"
				>
					{title}
				</Tab>
			))}
		</TabList>
		{tabs.map(({ key, content }) => (
			<TabPanel key={key} id={key} className="rounded-inner pt-5">
				{content}
			</TabPanel>
		))}
	</AriaTabs>
);
