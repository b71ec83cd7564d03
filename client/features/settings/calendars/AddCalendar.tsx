import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addExternalCalendar } from '../../../../shared/contract/feeds.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { Button } from '../../../ui/Button.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { calendarsQuery } from './queries.ts';

/** Adds a calendar by its address; it is read at once, and what cannot be read is not added. */
export function AddCalendar() {
	const { t } = useTranslation('calendars');
	const queryClient = useQueryClient();
	const [name, setName] = useState('');
	const [address, setAddress] = useState('');
	const add = useMutation({
		mutationFn: () => memberApi.call(addExternalCalendar, { body: { name, address } }),
		onSuccess: async () => {
			setName('');
			setAddress('');
			await queryClient.invalidateQueries(calendarsQuery);
		},
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		add.mutate();
	};
	return (
		<form onSubmit={submit} className="flex flex-col gap-4">
			<TextField label={t('external.name')} isRequired maxLength={120} value={name} onChange={setName} />
			<TextField
				label={t('external.address')}
				description={t('external.addressHelp')}
				isRequired
				maxLength={2_000}
				value={address}
				onChange={setAddress}
			/>
			<FormError error={add.error} />
			<Button type="submit" isPending={add.isPending} className="self-start">
				{t('external.add')}
			</Button>
		</form>
	);
}
