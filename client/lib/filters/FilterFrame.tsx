import clsx from 'clsx';
import { FunnelX, ListFilter } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { SearchBox } from './SearchBox.tsx';

interface FilterFrameProps {
	/** What can be searched by. */
	searchLabel: string;
	/** As the address has it. */
	search: string;
	onSearch: (search: string) => void;
	/** How many filters are set, apart from the search. */
	number: number;
	onReset: () => void;
	/** The filters' fields. */
	children: ReactNode;
}

/** Search and filters of a list; on a phone the filters stand behind a button. */
export function FilterFrame({ searchLabel, search, onSearch, number, onReset, children }: FilterFrameProps) {
	const { t } = useTranslation('filters');
	const [isOpen, setOpen] = useState(false);
	const fieldsId = useId();
	return (
		<div className="mb-4 flex flex-col gap-3">
			<div className="flex flex-wrap items-center gap-2">
				<div className="min-w-0 flex-1 basis-64">
					<SearchBox label={searchLabel} value={search} onSettled={onSearch} />
				</div>
				<Button
					className="md:hidden"
					icon={<ListFilter aria-hidden />}
					aria-expanded={isOpen}
					aria-controls={fieldsId}
					onPress={() => setOpen(!isOpen)}
				>
					{number === 0 ? t('filters') : t('filtersSet', { number })}
				</Button>
				{(number > 0 || search !== '') && (
					<Button variant="quiet" icon={<FunnelX aria-hidden />} onPress={onReset}>
						{t('reset')}
					</Button>
				)}
			</div>
			<div
				id={fieldsId}
				className={clsx('flex-wrap gap-3 md:flex [&>*]:max-w-60 [&>*]:min-w-36 [&>*]:grow', isOpen ? 'flex' : 'hidden')}
			>
				{children}
			</div>
		</div>
	);
}
