import { useQuery } from '@tanstack/react-query';
import { UserRoundPlus, UserRoundSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { clientsQuery } from '../clients/queries.ts';
import { useSettled } from '../useSettled.ts';
import type { ClientDraft } from './visitDraft.ts';

interface ClientPartProps {
	draft: ClientDraft;
	onChange: (part: Partial<ClientDraft>) => void;
	/** Fixed when the visit is booked from a client's record. */
	client?: { id: string; name: string } | undefined;
}

/** For whom the visit is: somebody in the records, or a new person. */
export function ClientPart({ draft, onChange, client }: ClientPartProps) {
	const { t } = useTranslation('visits');
	if (client) return <p className="text-title font-semibold">{client.name}</p>;
	return draft.clientKind === 'existing' ? (
		<div className="flex flex-col gap-1">
			<ClientSearch clientId={draft.clientId} onChoose={(clientId) => onChange({ clientId })} />
			<Button
				variant="quiet"
				size="small"
				className="self-start"
				icon={<UserRoundPlus aria-hidden />}
				onPress={() => onChange({ clientKind: 'new', clientId: null })}
			>
				{t('new.newClient')}
			</Button>
		</div>
	) : (
		<div className="flex flex-col gap-4">
			<TextField
				label={t('new.name')}
				value={draft.name}
				onChange={(name) => onChange({ name })}
				isRequired
				autoFocus
			/>
			<TextField
				label={t('new.email')}
				description={t('new.emailHelp')}
				type="email"
				value={draft.email}
				onChange={(email) => onChange({ email })}
				isRequired
			/>
			<TextField
				label={t('new.phone')}
				type="tel"
				value={draft.phone}
				onChange={(phone) => onChange({ phone })}
				optional
			/>
			<Button
				variant="quiet"
				size="small"
				className="self-start"
				icon={<UserRoundSearch aria-hidden />}
				onPress={() => onChange({ clientKind: 'existing' })}
			>
				{t('new.existingClient')}
			</Button>
		</div>
	);
}

function ClientSearch({ clientId, onChoose }: { clientId: string | null; onChoose: (id: string | null) => void }) {
	const { t } = useTranslation('visits');
	const [text, setText] = useState('');
	const { data: clients = [] } = useQuery(clientsQuery(useSettled(text.trim())));
	return (
		<ComboBox
			label={t('new.client')}
			placeholder={t('new.searchClient')}
			options={clients.map(({ id, name, email }) => ({ value: id, label: name, detail: email ?? undefined }))}
			text={text}
			onTextChange={setText}
			value={clientId}
			onChange={(id) => {
				onChoose(id);
				const chosen = clients.find((client) => client.id === id);
				if (chosen) setText(chosen.name);
			}}
			isRequired
			autoFocus
		/>
	);
}
