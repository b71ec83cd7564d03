import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
	archivePaymentKind,
	createPaymentKind,
	kindLimits,
	type PaymentKind,
} from '../../../../shared/contract/paymentKinds.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { kindsQuery } from '../../../lib/payments/kindsQuery.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';

/** The ways of paying that the clinic names itself. */
export function PaymentKinds() {
	const { t } = useTranslation('paymentKinds');
	const queryClient = useQueryClient();
	const { data: kinds, error } = useQuery(kindsQuery);
	const [name, setName] = useState('');
	const onSettled = () => queryClient.invalidateQueries(kindsQuery);
	const add = useMutation({
		mutationFn: () => memberApi.call(createPaymentKind, { body: { name } }),
		onSuccess: () => setName(''),
		onSettled,
	});
	const archive = useMutation({
		mutationFn: ({ id }: PaymentKind) => memberApi.call(archivePaymentKind, { params: { kindId: id } }),
		onSuccess: (kind) => toast('success', t('archived', { name: kind.name })),
		onSettled,
	});
	const isFull = kinds !== undefined && kinds.length >= kindLimits.most;
	return (
		<Card>
			<h2 className="text-title font-semibold">{t('title')}</h2>
			<p className="text-muted mt-1">{t('text')}</p>
			{kinds && kinds.length > 0 && (
				<ul aria-label={t('title')} className="divide-line mt-2 flex flex-col divide-y">
					{kinds.map((kind) => (
						<li key={kind.id} className="flex items-center gap-3 py-1.5">
							<span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{kind.name}</span>
							<IconButton
								label={t('archive', { name: kind.name })}
								isDisabled={archive.isPending}
								onPress={() => archive.mutate(kind)}
							>
								<Archive aria-hidden />
							</IconButton>
						</li>
					))}
				</ul>
			)}
			{isFull ? (
				<p className="text-muted mt-3 text-small">{t('full', { most: kindLimits.most })}</p>
			) : (
				<form
					className="mt-3 flex flex-wrap items-end gap-3"
					onSubmit={(event) => {
						event.preventDefault();
						if (!add.isPending && name.trim() !== '') add.mutate();
					}}
				>
					<div className="min-w-48 flex-1">
						<TextField label={t('name')} value={name} onChange={setName} maxLength={kindLimits.name} />
					</div>
					<Button type="submit" icon={<Plus aria-hidden />} isPending={add.isPending} isDisabled={name.trim() === ''}>
						{t('add')}
					</Button>
				</form>
			)}
			<FormError error={error ?? add.error ?? archive.error} />
		</Card>
	);
}
