import { useTranslation } from 'react-i18next';
import { durationLimits, type Office } from '../../../../shared/contract/appointments.ts';
import { currencies } from '../../../../shared/contract/scalars.ts';
import { MoneyField } from '../../../ui/MoneyField.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { ServiceDraft } from './serviceDraft.ts';

interface ServiceFormProps {
	draft: ServiceDraft;
	offices: readonly Office[];
	onChange: (draft: ServiceDraft) => void;
}

/** Name, length, price, places, and whether clients can book it themselves: a visit, or a place in a group. */
export function ServiceForm({ draft, offices, onChange }: ServiceFormProps) {
	const { t } = useTranslation('services');
	const change = (part: Partial<ServiceDraft>) => onChange({ ...draft, ...part });
	const offer = (id: string, isOffered: boolean) =>
		change({ officeIds: [...draft.officeIds.filter((each) => each !== id), ...(isOffered ? [id] : [])] });
	return (
		<>
			<TextField
				label={t('form.name')}
				value={draft.name}
				onChange={(name) => change({ name })}
				maxLength={120}
				isRequired
				autoFocus
			/>
			<div className="grid grid-cols-2 gap-3">
				<NumberField
					label={t('form.minutes')}
					value={draft.durationMinutes}
					onChange={(durationMinutes) => change({ durationMinutes })}
					minValue={durationLimits.least}
					maxValue={durationLimits.most}
					isRequired
				/>
				<NumberField
					label={t('form.capacity')}
					value={draft.capacity}
					onChange={(capacity) => change({ capacity })}
					minValue={1}
					maxValue={30}
					isRequired
				/>
				<MoneyField
					label={t('form.price')}
					currency={draft.currency}
					amountMinor={draft.amountMinor}
					onChange={(amountMinor) => change({ amountMinor })}
					isRequired
				/>
				<Select
					label={t('form.currency')}
					options={currencies.map((value) => ({ value, label: value }))}
					value={draft.currency}
					onChange={(currency) => change({ currency })}
				/>
			</div>
			<p className="text-muted text-small">{t('form.capacityHelp')}</p>
			<fieldset className="flex flex-col">
				<legend className="text-small font-semibold">{t('form.offices')}</legend>
				{offices.map(({ id, name }) => (
					<Switch key={id} isSelected={draft.officeIds.includes(id)} onChange={(isOffered) => offer(id, isOffered)}>
						{name}
					</Switch>
				))}
			</fieldset>
			<Switch isSelected={draft.bookable} onChange={(bookable) => change({ bookable })}>
				{t('form.bookable')}
			</Switch>
			<div>
				<Switch isSelected={draft.payFirst} onChange={(payFirst) => change({ payFirst })}>
					{t('form.payFirst')}
				</Switch>
				<p className="text-muted text-small">{t('form.payFirstHelp')}</p>
			</div>
		</>
	);
}
