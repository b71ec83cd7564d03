import { CalendarDays, CreditCard, DoorOpen, Settings, Sun, Users } from 'lucide-react';
import { paths } from '../lib/paths.ts';

/** The workstation's parts, in the order of the rail. A phone's bar shows the first four, the rest behind *More*. */
export const navigation = [
	{ key: 'today', to: paths.today, Icon: Sun },
	{ key: 'calendar', to: paths.calendar, Icon: CalendarDays },
	{ key: 'waiting', to: paths.waiting, Icon: DoorOpen },
	{ key: 'clients', to: paths.clients, Icon: Users },
	{ key: 'payments', to: paths.payments, Icon: CreditCard },
	{ key: 'settings', to: paths.settings, Icon: Settings },
] as const;
