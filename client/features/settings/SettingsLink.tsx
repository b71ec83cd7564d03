import { ChevronRight, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';

interface SettingsLinkProps {
	part: 'services' | 'resources' | 'reminders' | 'calendars' | 'clientPayments' | 'billingDetails' | 'organisation';
	Icon: LucideIcon;
}

/** The way to a part of the settings that has a page of its own. */
export function SettingsLink({ part, Icon }: SettingsLinkProps) {
	const { t } = useTranslation('settings');
	return (
		<Link
			to={paths[part]}
			className="bg-surface border-line hover:border-edge flex items-center gap-4 rounded-box border p-5 transition-colors"
		>
			<Icon aria-hidden className="text-accent size-6 shrink-0" />
			<span className="min-w-0 flex-1">
				<span className="block font-semibold">{t(`${part}.title`)}</span>
				<span className="text-muted block">{t(`${part}.text`)}</span>
			</span>
			<ChevronRight aria-hidden className="text-muted size-5 shrink-0" />
		</Link>
	);
}
