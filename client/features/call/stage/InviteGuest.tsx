import { Copy, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inviteGuest } from '../../../../shared/contract/appointments.ts';
import type { Api } from '../../../lib/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';
import { useCall } from './callContext.ts';
import { useCallApi } from './callApi.ts';

/** Makes a link for one more participant: an interpreter, somebody of the family, a colleague. */
export function InviteGuest() {
	const { t } = useTranslation(['call', 'common']);
	const api = useCallApi();
	const appointmentId = useCall((state) => state.appointmentId);
	const [name, setName] = useState('');
	const [link, setLink] = useState<string | null>(null);
	const [error, setError] = useState<unknown>(null);
	if (!appointmentId) return null;
	const invite = async () => {
		setError(null);
		try {
			setLink(await linkFor(api, appointmentId, name));
		} catch (failure) {
			setError(failure);
		}
	};
	const copy = async (text: string) => {
		await navigator.clipboard.writeText(text);
		toast('success', t('common:actions.copied'));
	};
	return (
		<section aria-labelledby="invite" className="flex flex-col gap-3">
			<h3 id="invite" className="text-muted text-small font-semibold">
				{t('call:invite.title')}
			</h3>
			{link === null ? (
				<form
					className="flex items-end gap-2 [&>:first-child]:flex-1"
					onSubmit={(event) => {
						event.preventDefault();
						void invite();
					}}
				>
					<TextField label={t('call:invite.name')} value={name} onChange={setName} maxLength={120} />
					<Button type="submit" icon={<UserPlus aria-hidden />} isDisabled={name.trim() === ''}>
						{t('call:invite.make')}
					</Button>
				</form>
			) : (
				<div className="flex flex-col gap-2">
					<p>{t('call:invite.ready', { name })}</p>
					<output data-invite-link className="bg-sunken rounded-inner block px-3 py-2 text-small wrap-anywhere">
						{link}
					</output>
					<div className="flex gap-2">
						<Button icon={<Copy aria-hidden />} onPress={() => void copy(link)}>
							{t('common:actions.copyLink')}
						</Button>
						<Button
							variant="quiet"
							onPress={() => {
								setLink(null);
								setName('');
							}}
						>
							{t('call:invite.another')}
						</Button>
					</div>
				</div>
			)}
			<FormError error={error} />
		</section>
	);
}

async function linkFor(api: Api, appointmentId: string, name: string): Promise<string> {
	const { joinLink } = await api.call(inviteGuest, { params: { appointmentId }, body: { name } });
	return joinLink;
}
