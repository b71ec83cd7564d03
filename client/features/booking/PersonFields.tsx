import type { InputHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';

export interface Person {
	name: string;
	email: string;
	phone: string;
}

/** How the clinic reaches who comes. The browser fills in and checks. */
export function PersonFields({ person, onChange }: { person: Person; onChange: (person: Person) => void }) {
	const { t } = useTranslation('booking');
	const set = (key: keyof Person) => (value: string) => onChange({ ...person, [key]: value });
	return (
		<>
			<Field
				label={t('name')}
				autoComplete="name"
				maxLength={120}
				pattern=".*\S.*"
				value={person.name}
				onValue={set('name')}
			/>
			<Field
				label={t('email')}
				hint={t('emailHint')}
				type="email"
				autoComplete="email"
				maxLength={254}
				value={person.email}
				onValue={set('email')}
			/>
			<Field
				label={t('phone')}
				hint={t('phoneHint')}
				type="tel"
				autoComplete="tel"
				pattern="\s*\+?[\d \(\)\-]{6,24}\s*"
				value={person.phone}
				onValue={set('phone')}
			/>
		</>
	);
}

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
	label: string;
	hint?: string;
	onValue: (value: string) => void;
}

function Field({ label, hint, onValue, ...input }: FieldProps) {
	return (
		<label className="flex flex-col gap-1.5">
			<span className="font-semibold">{label}</span>
			<input
				required
				{...input}
				onChange={(event) => onValue(event.target.value)}
				className="border-edge bg-surface rounded-box min-h-13 w-full border px-4 text-title"
			/>
			{hint !== undefined && <span className="text-muted text-small">{hint}</span>}
		</label>
	);
}
