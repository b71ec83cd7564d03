import { useQuery } from '@tanstack/react-query';
import { Check, CircleDashed, ExternalLink, TriangleAlert, Unplug } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { AccountText } from './AccountText.tsx';
import { ConnectDialog } from './ConnectDialog.tsx';
import { DisconnectDialog } from './DisconnectDialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { accountQuery } from './queries.ts';
import { useGoToStripe } from './useGoToStripe.ts';
import { useReturnFromStripe } from './useReturnFromStripe.ts';

const looks = {
	none: { tone: 'neutral', Icon: Unplug },
	incomplete: { tone: 'warn', Icon: CircleDashed },
	restricted: { tone: 'danger', Icon: TriangleAlert },
	ready: { tone: 'success', Icon: Check },
	collected: { tone: 'success', Icon: Check },
} as const;

/** The Stripe account that takes the clinic's money: how it stands, and the way to Stripe. */
export function AccountCard() {
	const { t } = useTranslation('clientPayments');
	const { data, error } = useQuery(accountQuery);
	const returned = useReturnFromStripe();
	const going = useGoToStripe();
	const [open, setOpen] = useState<'connect' | 'keys' | 'disconnect' | null>(null);
	if (!data) return error ? <FormError error={error} /> : <Skeleton className="h-48" />;
	const { account, collector } = data;
	const state = collector ? 'collected' : (account?.state ?? 'none');
	const { tone, Icon } = looks[state];
	const close = () => setOpen(null);
	const keyed = account?.ownKeys ?? null;
	const showsStripe = data.byPlatform && keyed === null && state !== 'ready';
	return (
		<Card className="flex flex-col gap-4">
			<div className="flex items-start justify-between gap-3">
				<div className="min-w-0">
					<h2 className="text-title font-semibold">{t('account.title')}</h2>
					{account && <p className="text-muted text-small break-all">{account.id}</p>}
					{keyed?.hint && <p className="text-muted text-small">{t('account.keys.now', { hint: keyed.hint })}</p>}
				</div>
				<Badge tone={tone} icon={<Icon aria-hidden />}>
					{t(`account.state.${state}`)}
				</Badge>
			</div>
			<AccountText {...data} />
			<FormError error={going.error ?? returned} />
			<div className="flex flex-wrap gap-2">
				{showsStripe && (
					<Button
						variant={collector ? 'secondary' : 'primary'}
						icon={<ExternalLink aria-hidden />}
						// Until the page is gone, a second press would make a second link.
						isPending={going.isPending || going.isSuccess}
						onPress={() => going.mutate({})}
					>
						{t(account ? 'account.goOn' : 'account.go')}
					</Button>
				)}
				{data.byPlatform && (
					<Button onPress={() => setOpen('connect')}>{t(account ? 'account.change' : 'account.useExisting')}</Button>
				)}
				<Button
					variant={data.byPlatform || account || collector ? 'secondary' : 'primary'}
					onPress={() => setOpen('keys')}
				>
					{t(keyed ? 'account.keys.change' : 'account.keys.button')}
				</Button>
				{account && <Button onPress={() => setOpen('disconnect')}>{t('account.disconnect')}</Button>}
			</div>
			{open === 'connect' && <ConnectDialog insteadOf={account?.id ?? null} onClose={close} />}
			{open === 'keys' && <KeysDialog insteadOf={account?.id ?? null} onClose={close} />}
			{open === 'disconnect' && account && (
				<DisconnectDialog account={account} openRequests={data.openRequests} onClose={close} />
			)}
		</Card>
	);
}
