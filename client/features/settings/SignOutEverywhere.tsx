import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signOutEverywhere } from '../../../shared/contract/auth.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { changeViewer } from '../../lib/viewer.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';

/** Ends every session of this person, for a lost or shared device. */
export function SignOutEverywhere() {
	const { t } = useTranslation(['settings', 'common']);
	const queryClient = useQueryClient();
	const [asking, setAsking] = useState(false);
	const ending = useMutation({
		mutationFn: () => memberApi.call(signOutEverywhere),
		onSuccess: () => changeViewer(queryClient, null),
	});
	return (
		<Card className="flex flex-wrap items-center justify-between gap-4">
			<div className="min-w-0 flex-1 basis-64">
				<h2 className="font-semibold">{t('everywhere.title')}</h2>
				<p className="text-muted">{t('everywhere.text')}</p>
			</div>
			<Button onPress={() => setAsking(true)}>{t('everywhere.action')}</Button>
			<Dialog
				isOpen={asking}
				role="alertdialog"
				onClose={() => setAsking(false)}
				title={t('everywhere.question')}
				footer={
					<>
						<Button onPress={() => setAsking(false)}>{t('common:actions.cancel')}</Button>
						<Button variant="danger" isPending={ending.isPending} onPress={() => ending.mutate()}>
							{t('everywhere.action')}
						</Button>
					</>
				}
			>
				<p>{t('everywhere.consequence')}</p>
				<FormError error={ending.error} />
			</Dialog>
		</Card>
	);
}
