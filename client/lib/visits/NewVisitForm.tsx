import { useQuery } from '@tanstack/react-query';
import { previewNewAppointment } from '../../../shared/contract/appointments.ts';
import { FormError } from '../../ui/FormError.tsx';
import { memberApi } from '../memberApi.ts';
import { useViewer } from '../viewer.ts';
import { ClientPart } from './ClientPart.tsx';
import { Conflicts } from './Conflicts.tsx';
import { OtherClients } from './group/OtherClients.tsx';
import { FreeTimes } from './FreeTimes.tsx';
import { LengthAndPrice } from './LengthAndPrice.tsx';
import { MoreFields } from './MoreFields.tsx';
import { servicesQuery } from './queries.ts';
import { RepeatPlan } from './RepeatPlan.tsx';
import { usePreview } from './usePreview.ts';
import { chooseService, toPlan, type VisitDraft } from './visitDraft.ts';
import { WhatFields } from './WhatFields.tsx';
import { WhenFields } from './WhenFields.tsx';

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
	const { clinic, timeZone } = useViewer();
	const catalogue = useQuery(servicesQuery);
	const service = catalogue.data?.services.find(({ id: each }) => each === draft.serviceId);
	const minutes = draft.minutes ?? service?.durationMinutes;
	const plan = toPlan(draft, timeZone);
	const preview = usePreview('new', plan, (body, signal) =>
		memberApi.call(previewNewAppointment, { body }, { signal }),
	);
	// What was confirmed or left out was so for the time before.
	const change = (part: Partial<VisitDraft>) => {
		const isOtherTime = ['date', 'time', 'minutes', 'officeId'].some((name) => name in part);
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
			<WhatFields
				serviceId={draft.serviceId}
				officeId={draft.officeId}
				onService={(chosen) => onChange(chooseService(draft, chosen))}
				onOffice={(officeId) => change({ officeId })}
			/>
			{service && service.capacity > 1 && (
				<OtherClients others={draft.others} places={service.capacity - 1} onChange={(others) => change({ others })} />
			)}
			<WhenFields date={draft.date} time={draft.time} onChange={change} />
			{minutes === service?.durationMinutes && <FreeTimes draft={draft} onChoose={(time) => change({ time })} />}
			<LengthAndPrice
				minutes={minutes ?? Number.NaN}
				onMinutes={(typed) => change({ minutes: Number.isNaN(typed) ? null : typed })}
				currency={service?.currency ?? clinic.currency}
				amountMinor={draft.amountMinor}
				onAmount={(amountMinor) => change({ amountMinor })}
			/>
			<MoreFields draft={draft} onChange={change} />
			<RepeatPlan
				repeat={draft.repeat}
				onChange={(repeat) => change({ repeat })}
				date={draft.date}
				preview={plan && preview}
				confirmed={draft.confirm}
				onConfirm={(confirm) => change({ confirm })}
			/>
			<FormError error={error ?? catalogue.error}>
				{!plan && <Conflicts error={error} confirmed={draft.confirm} onConfirm={(confirm) => change({ confirm })} />}
			</FormError>
		</form>
	);
}
