import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { createClient } from '../../../shared/contract/clients.ts';
import type { Locale } from '../../../shared/contract/scalars.ts';
import { LocaleField } from '../../lib/LocaleField.tsx';
import { memberApi } from '../../lib/memberApi.ts';
import { paths } from '../../lib/paths.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { TextField } from '../../ui/TextField.tsx';

const formId = 'new-client';

/** Puts somebody into the records and opens the new record. Mount it to open it. */
export function NewClientDialog({ onClose }: { onClose: () => void }) {
	const { t } = useTranslation(['clients', 'common']);
	const format = useFormat();
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const [name, setName] = useState('');
	const [email, setEmail] = useState('');
	const [phone, setPhone] = useState('');
	const [locale, setLocale] = useState<Locale>(format.locale);

	const creation = useMutation({
		mutationFn: () => memberApi.call(createClient, { body: { name, email, locale, ...(phone !== '' && { phone }) } }),
		onSuccess: async (client) => {
			await queryClient.invalidateQueries({ queryKey: ['clients'] });
			await navigate(paths.client(client.id));
		},
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!creation.isPending) creation.mutate();
	};

	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={t('new.title')}
			footer={
				<>
					<Button onPress={onClose}>{t('common:actions.cancel')}</Button>
					<Button type="submit" form={formId} variant="primary" isPending={creation.isPending}>
						{t('common:actions.save')}
					</Button>
				</>
			}
		>
			<form id={formId} onSubmit={submit} className="flex flex-col gap-4">
				<TextField label={t('field.name')} value={name} onChange={setName} isRequired autoFocus />
				<TextField label={t('field.email')} type="email" value={email} onChange={setEmail} isRequired />
				<TextField label={t('field.phone')} type="tel" value={phone} onChange={setPhone} optional />
				<LocaleField label={t('field.locale')} description={t('new.localeHelp')} value={locale} onChange={setLocale} />
				<FormError error={creation.error} />
			</form>
		</Dialog>
	);
}
