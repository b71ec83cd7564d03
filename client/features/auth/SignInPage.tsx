import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { signIn, updateMe } from '../../../shared/contract/auth.ts';
import type { Locale } from '../../../shared/contract/scalars.ts';
import { changeLanguage } from '../../lib/i18n.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { paths } from '../../lib/paths.ts';
import { changeViewer } from '../../lib/viewer.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';

/** The professional's door. A language chosen here goes with the person to every device. */
export default function SignInPage() {
	const { t } = useTranslation('auth');
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const [search] = useSearchParams();
	const [email, setEmail] = useState('');
	const [password, setPassword] = useState('');
	const [chosen, setChosen] = useState<Locale>();

	useEffect(() => {
		document.title = `${t('title')} · Samtal`;
	}, [t]);

	const entry = useMutation({
		mutationFn: async () => {
			const viewer = await memberApi.call(signIn, { body: { email, password } });
			return chosen && chosen !== viewer.locale ? memberApi.call(updateMe, { body: { locale: chosen } }) : viewer;
		},
		onSuccess: async (viewer) => {
			changeViewer(queryClient, viewer);
			await navigate(ownAddress(search.get('to')), { replace: true });
		},
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!entry.isPending) entry.mutate();
	};

	return (
		<main className="grid min-h-dvh place-items-center px-4 py-8">
			<div className="w-full max-w-sm">
				<div className="mb-6 flex flex-col items-center gap-3 text-center">
					<Logo className="size-12" />
					<div>
						<h1 className="text-display font-semibold tracking-tight">{t('title')}</h1>
						<p className="text-muted mt-1">{t('intro')}</p>
					</div>
				</div>
				<Card>
					<form onSubmit={submit} className="flex flex-col gap-4">
						<TextField
							label={t('email')}
							name="email"
							type="email"
							autoComplete="username"
							value={email}
							onChange={setEmail}
							isRequired
						/>
						<TextField
							label={t('password')}
							name="password"
							type="password"
							autoComplete="current-password"
							value={password}
							onChange={setPassword}
							isRequired
						/>
						<FormError error={entry.error} />
						<Button type="submit" variant="primary" isPending={entry.isPending}>
							{t('submit')}
						</Button>
					</form>
				</Card>
				<p className="text-muted mt-4 text-center text-small">{t('client')}</p>
				<LanguageChoice
					onChoose={(locale) => {
						setChosen(locale);
						void changeLanguage(locale);
					}}
				/>
			</div>
		</main>
	);
}

/** Where to go after signing in; only ever within the workstation. */
const ownAddress = (to: string | null): string => (to !== null && /^\/(?![/\\])/.test(to) ? to : paths.today);
