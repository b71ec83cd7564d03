import clsx from 'clsx';
import { Coins, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Appointment, Attendee } from '../../../../shared/contract/appointments.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { paths } from '../../paths.ts';
import { JoinLink } from '../JoinLink.tsx';
import { InvoiceBadge, MoneyBadge } from '../VisitBadges.tsx';
import { isOpen } from '../visitState.ts';
import { CancelPlaceDialog } from './CancelPlaceDialog.tsx';
import { PriceDialog } from './PriceDialog.tsx';

/** One of a group: their link, what they pay, and the ways to change that or to let them go. */
export function AttendeeCard({ visit, attendee }: { visit: Appointment; attendee: Attendee }) {
	const { t } = useTranslation(['groups', 'visits']);
	const [doing, setDoing] = useState<'price' | 'cancel'>();
	const { name, clientId, kind, cancelReason } = attendee;
	const isComing = attendee.cancelledAt === null;
	const done = () => setDoing(undefined);
	return (
		<li className="bg-surface border-line flex flex-col gap-3 rounded-box border p-4">
			<div className="flex flex-wrap items-center justify-between gap-2">
				<span className={clsx('min-w-0 font-semibold break-words', !isComing && 'text-muted line-through')}>
					{clientId === null ? (
						name
					) : (
						<Link to={paths.client(clientId)} className="hover:underline">
							{name}
						</Link>
					)}
				</span>
				{isComing
					? kind === 'CLIENT' && (
							<span className="flex flex-wrap gap-1.5">
								<MoneyBadge due={attendee} currency={visit.currency} />
								<InvoiceBadge attendees={[attendee]} />
							</span>
						)
					: cancelReason && <Badge>{t(`visits:cancel.reasons.${cancelReason}`)}</Badge>}
			</div>
			{isComing && isOpen(visit) && (
				<>
					<JoinLink visit={visit} attendee={attendee} />
					<div className="flex flex-wrap gap-2">
						{kind === 'CLIENT' && (
							<Button
								size="small"
								icon={<Coins aria-hidden />}
								aria-label={t('priceOf', { name })}
								onPress={() => setDoing('price')}
							>
								{t('changePrice')}
							</Button>
						)}
						<Button
							size="small"
							variant="quiet"
							icon={<UserRoundX aria-hidden />}
							aria-label={t('removeOf', { name })}
							onPress={() => setDoing('cancel')}
						>
							{t('remove')}
						</Button>
					</div>
				</>
			)}
			{doing === 'price' && <PriceDialog visit={visit} attendee={attendee} onClose={done} />}
			{doing === 'cancel' && <CancelPlaceDialog visit={visit} attendee={attendee} onClose={done} />}
		</li>
	);
}
