import { CalendarDays, CreditCard, DoorOpen, ListChecks, Settings, Sun, Users } from 'lucide-react';
import { paths } from '../lib/paths.ts';

/** The workstation's parts, in the order of the rail. A phone's bar shows those `inBar`, the rest behind *More*. */
export const navigation = [
	{ key: 'today', to: paths.today, Icon: Sun, inBar: true },
	{ key: 'calendar', to: paths.calendar, Icon: CalendarDays, inBar: true },
	{ key: 'activities', to: paths.activities, Icon: ListChecks, inBar: false },
	{ key: 'waiting', to: paths.waiting, Icon: DoorOpen, inBar: true },
	{ key: 'clients', to: paths.clients, Icon: Users, inBar: true },
	{ key: 'payments', to: paths.payments, Icon: CreditCard, inBar: false },
	{ key: 'settings', to: paths.settings, Icon: Settings, inBar: false },
] as const;
