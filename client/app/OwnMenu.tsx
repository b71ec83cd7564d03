import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronDown, LogOut } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { signOut } from '../../shared/contract/auth.ts';
import { locales } from '../../shared/contract/scalars.ts';
import { localeNames } from '../lib/locale.ts';
import { memberApi } from '../lib/memberApi.ts';
import { applyTheme, storedTheme, themes } from '../lib/theme.ts';
import { useUpdateMe } from '../lib/useUpdateMe.ts';
import { useErrorText } from '../lib/useErrorText.ts';
import { changeViewer, useViewer } from '../lib/viewer.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Menu, MenuChoice, MenuItem } from '../ui/Menu.tsx';
import { toast } from '../ui/toasts.ts';

/** The professional's own menu: language, appearance, signing out. */
export function OwnMenu() {
	const { t } = useTranslation('common');
	const viewer = useViewer();
	const queryClient = useQueryClient();
	const errorText = useErrorText();
	const [theme, setTheme] = useState(storedTheme);

	const language = useUpdateMe();
	const leave = useMutation({
		mutationFn: () => memberApi.call(signOut),
		onSuccess: () => changeViewer(queryClient, null),
		onError: (error) => toast('danger', errorText(error)),
	});

	return (
		<Menu
			label={t('me.menu')}
			trigger={
				<Button className="hover:bg-sunken flex min-h-11 items-center gap-2.5 rounded-box py-1 pr-2 pl-1">
					<Avatar name={viewer.name} size="small" />
					<span className="sr-only font-medium sm:not-sr-only">{viewer.name}</span>
					<ChevronDown aria-hidden className="text-muted size-4" />
				</Button>
			}
		>
			<MenuChoice
				title={t('me.language')}
				options={locales.map((value) => ({ value, label: localeNames[value], lang: value }))}
				value={viewer.locale}
				onChange={(locale) => language.mutate({ locale })}
			/>
			<MenuChoice
				title={t('me.theme')}
				options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
				value={theme}
				onChange={(chosen) => {
					applyTheme(chosen);
					setTheme(chosen);
				}}
			/>
			<MenuItem icon={<LogOut aria-hidden />} onAction={() => leave.mutate()}>
				{t('me.signOut')}
			</MenuItem>
		</Menu>
	);
}
