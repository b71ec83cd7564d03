import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/DateField.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useFormat } from '../useFormat.ts';
import { useViewer } from '../viewer.ts';
import { ClientPart } from './ClientPart.tsx';
import { Conflicts, LeaveOut } from './Conflicts.tsx';
import { OtherClients } from './group/OtherClients.tsx';
import { FreeTimes } from './FreeTimes.tsx';
import { MoreFields } from './MoreFields.tsx';
import { servicesQuery } from './queries.ts';
import { RepeatFields } from './RepeatFields.tsx';
import { chooseService, type VisitDraft } from './visitDraft.ts';

interface NewVisitFormProps {
	id: string;
	draft: VisitDraft;
	onChange: (draft: VisitDraft) => void;
	client: { id: string; name: string } | undefined;
	error: unknown;
	onSubmit: () => void;
}

/** Who, what, where, when, at what price. */
export function NewVisitForm({ id, draft, onChange, client, error, onSubmit }: NewVisitFormProps) {
	const { t } = useTranslation('visits');
	const { clinic } = useViewer();
	const format = useFormat();
	const catalogue = useQuery(servicesQuery);
	const services = catalogue.data?.services ?? [];
	const service = services.find((candidate) => candidate.id === draft.serviceId);
	const offices = (catalogue.data?.offices ?? []).filter(
		({ id: office }) => service?.officeIds.includes(office) ?? true,
	);
	// What was confirmed or left out was so for the time before.
	const change = (part: Partial<VisitDraft>) => {
		const isOtherTime = 'date' in part || 'time' in part || 'officeId' in part;
		const asked = { confirm: [], repeat: { ...draft.repeat, leaveOut: [] } };
		onChange({ ...draft, ...(isOtherTime && asked), ...part });
	};

	return (
		<form
			id={id}
			className="flex flex-col gap-4"
			onSubmit={(event) => {
				event.preventDefault();
				onSubmit();
			}}
		>
			<ClientPart draft={draft} onChange={change} client={client} />
			<Select
				label={t('new.service')}
				options={services.map(({ id: value, name, durationMinutes, ...price }) => ({
					value,
					label: name,
					detail: `${format.duration(durationMinutes * 60_000)} · ${format.money(price)}`,
				}))}
				value={draft.serviceId}
				onChange={(value) => {
					const chosen = services.find((candidate) => candidate.id === value);
					if (chosen) onChange(chooseService(draft, chosen));
				}}
				placeholder={t('new.chooseService')}
				isRequired
			/>
			{service && service.capacity > 1 && (
				<OtherClients others={draft.others} places={service.capacity - 1} onChange={(others) => change({ others })} />
			)}
			{offices.length > 1 && (
				<Select
					label={t('new.office')}
					options={offices.map(({ id: value, name, kind }) => ({ value, label: name, detail: t(`office.${kind}`) }))}
					value={draft.officeId ?? offices.find(({ kind }) => kind === 'VIDEO')?.id ?? null}
					onChange={(officeId) => change({ officeId })}
				/>
			)}
			<div className="grid grid-cols-2 gap-3">
				<DateField
					kind="date"
					label={t('new.date')}
					value={draft.date}
					onChange={(date) => change({ date })}
					isRequired
				/>
				<DateField
					kind="time"
					label={t('new.time')}
					value={draft.time}
					onChange={(time) => change({ time })}
					isRequired
				/>
			</div>
			<FreeTimes draft={draft} onChoose={(time) => change({ time })} />
			<MoneyField
				label={t('new.price')}
				currency={service?.currency ?? clinic.currency}
				amountMinor={draft.amountMinor}
				onChange={(amountMinor) => change({ amountMinor })}
			/>
			<RepeatFields repeat={draft.repeat} onChange={(repeat) => change({ repeat })} />
			<MoreFields draft={draft} onChange={change} />
			<FormError error={error ?? catalogue.error}>
				<Conflicts error={error} confirmed={draft.confirm} onConfirm={(confirm) => change({ confirm })} />
				{draft.repeat.pattern !== 'never' && (
					<LeaveOut error={error} onLeaveOut={(leaveOut) => change({ repeat: { ...draft.repeat, leaveOut } })} />
				)}
			</FormError>
		</form>
	);
}
