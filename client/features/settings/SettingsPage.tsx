import { BellRing, Building2, CalendarSync, CreditCard, DoorOpen, ListChecks, ReceiptText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../lib/viewer.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Card } from '../../ui/Card.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ClinicRegion } from './ClinicRegion.tsx';
import { HideAddresses } from './HideAddresses.tsx';
import { OwnRegion } from './OwnRegion.tsx';
import { SettingsLink } from './SettingsLink.tsx';
import { ScheduleSettings } from './schedule/ScheduleSettings.tsx';
import { SignOutEverywhere } from './SignOutEverywhere.tsx';

/** The professional's own settings, and for managers the clinic's. */
export default function SettingsPage() {
	// The cards' own texts too: a card that waited for them would take the page away again.
	const { t } = useTranslation(['settings', 'schedule']);
	const viewer = useViewer();
	return (
		<div className="max-w-2xl">
			<PageHeader title={t('title')} />
			<div className="flex flex-col gap-4">
				<Card className="flex items-center gap-4">
					<Avatar name={viewer.name} size="large" />
					<div className="min-w-0">
						<h2 className="text-title font-semibold">{viewer.name}</h2>
						<p className="text-muted break-all">{viewer.email}</p>
						<p className="text-muted text-small">
							{t(`role.${viewer.role}`)} · {viewer.clinic.name} · {viewer.timeZone}
						</p>
					</div>
				</Card>
				<OwnRegion />
				<ScheduleSettings />
				<SettingsLink part="services" Icon={ListChecks} />
				<SettingsLink part="calendars" Icon={CalendarSync} />
				{viewer.role === 'MANAGER' && <SettingsLink part="reminders" Icon={BellRing} />}
				{viewer.role === 'MANAGER' && <SettingsLink part="resources" Icon={DoorOpen} />}
				{viewer.role === 'MANAGER' && <SettingsLink part="clientPayments" Icon={CreditCard} />}
				{viewer.role === 'MANAGER' && <SettingsLink part="billingDetails" Icon={ReceiptText} />}
				{viewer.isTelehealthManager && <SettingsLink part="organisation" Icon={Building2} />}
				{viewer.role === 'MANAGER' && <ClinicRegion />}
				{viewer.role === 'MANAGER' && <HideAddresses />}
				<SignOutEverywhere />
			</div>
		</div>
	);
}
