import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import { IconButton } from '../../ui/IconButton.tsx';

interface MonthChoiceProps {
	/** Its first day. */
	month: Temporal.PlainDate;
	/** None comes after it. */
	thisMonth: Temporal.PlainDate;
	onChange: (month: Temporal.PlainDate) => void;
}

/** The month before or after. */
export function MonthChoice({ month, thisMonth, onChange }: MonthChoiceProps) {
	const { t } = useTranslation('billing');
	const format = useFormat();
	return (
		<div className="mb-4 flex items-center gap-1">
			<IconButton label={t('previousMonth')} onPress={() => onChange(month.subtract({ months: 1 }))}>
				<ChevronLeft aria-hidden />
			</IconButton>
			<IconButton
				label={t('nextMonth')}
				onPress={() => onChange(month.add({ months: 1 }))}
				isDisabled={!(Temporal.PlainDate.compare(month, thisMonth) < 0)}
			>
				<ChevronRight aria-hidden />
			</IconButton>
			<h2 aria-live="polite" className="ml-1 text-title font-semibold first-letter:uppercase">
				{format.date(month, 'month')}
			</h2>
		</div>
	);
}
