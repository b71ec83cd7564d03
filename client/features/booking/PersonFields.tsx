import { useTranslation } from 'react-i18next';
import { LargeField } from '../../ui/LargeField.tsx';

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
			<LargeField
				label={t('name')}
				autoComplete="name"
				maxLength={120}
				pattern=".*\S.*"
				value={person.name}
				onValue={set('name')}
			/>
			<LargeField
				label={t('email')}
				hint={t('emailHint')}
				type="email"
				autoComplete="email"
				maxLength={254}
				value={person.email}
				onValue={set('email')}
			/>
			<LargeField
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
