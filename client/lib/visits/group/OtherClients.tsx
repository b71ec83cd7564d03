import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ClientPart } from '../ClientPart.tsx';
import { beginClient, type OtherClient } from '../visitDraft.ts';

interface OtherClientsProps {
	others: readonly OtherClient[];
	/** How many there may be. */
	places: number;
	onChange: (others: OtherClient[]) => void;
}

/** The further clients of a group that is being booked. */
export function OtherClients({ others, places, onChange }: OtherClientsProps) {
	const { t } = useTranslation('groups');
	return (
		<fieldset className="border-line flex flex-col gap-3 rounded-box border p-4">
			<legend className="px-1 text-small font-semibold">{t('also')}</legend>
			{others.map((other, nth) => (
				<div
					key={other.key}
					role="group"
					aria-label={t('client', { number: nth + 2 })}
					className="flex items-start gap-2"
				>
					<div className="min-w-0 flex-1">
						<ClientPart draft={other} onChange={(part) => onChange(others.with(nth, { ...other, ...part }))} />
					</div>
					<IconButton
						label={t('alsoRemove', { number: nth + 2 })}
						onPress={() => onChange(others.toSpliced(nth, 1))}
						className="mt-6"
					>
						<X aria-hidden />
					</IconButton>
				</div>
			))}
			<div className="flex flex-wrap items-center justify-between gap-2">
				<Button
					size="small"
					icon={<Plus aria-hidden />}
					isDisabled={others.length >= places}
					onPress={() => onChange([...others, { ...beginClient(), key: crypto.randomUUID() }])}
				>
					{t('alsoAdd')}
				</Button>
				<span className="text-muted text-small">{t('left', { count: places - others.length })}</span>
			</div>
		</fieldset>
	);
}
