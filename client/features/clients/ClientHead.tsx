import { ArrowLeft, CalendarPlus, Languages, Mail, Phone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Client } from '../../../shared/contract/clients.ts';
import { localeNames } from '../../lib/locale.ts';
import { paths } from '../../lib/paths.ts';
import { NewVisitDialog } from '../../lib/visits/NewVisitDialog.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';

/** Who the record is about, how to reach them, and the next visit to book. */
export function ClientHead({ client }: { client: Client }) {
	const { t } = useTranslation(['clients', 'visits']);
	const [booking, setBooking] = useState(false);
	useEffect(() => {
		document.title = `${client.name} · Samtal`;
	}, [client.name]);
	return (
		<header className="mb-5">
			<Link
				to={paths.clients}
				className="text-muted hover:text-ink mb-3 inline-flex min-h-9 items-center gap-1.5 text-small"
			>
				<ArrowLeft aria-hidden className="size-4" />
				{t('title')}
			</Link>
			<div className="flex flex-wrap items-center gap-4">
				<Avatar name={client.name} size="large" />
				<div className="min-w-0 flex-1 basis-56">
					<h1 className="text-display font-semibold tracking-tight break-words">{client.name}</h1>
					<ul className="text-muted mt-1 flex flex-wrap gap-x-4 gap-y-1 text-small [&_svg]:size-4">
						{client.email !== null && (
							<li>
								<a href={`mailto:${client.email}`} className="hover:text-ink flex items-center gap-1.5 break-all">
									<Mail aria-hidden />
									{client.email}
								</a>
							</li>
						)}
						{client.phone !== null && (
							<li>
								<a href={`tel:${client.phone}`} className="hover:text-ink flex items-center gap-1.5">
									<Phone aria-hidden />
									{client.phone}
								</a>
							</li>
						)}
						<li className="flex items-center gap-1.5">
							<Languages aria-hidden />
							{localeNames[client.locale]}
						</li>
					</ul>
				</div>
				<Button variant="primary" icon={<CalendarPlus aria-hidden />} onPress={() => setBooking(true)}>
					{t('visits:new.action')}
				</Button>
			</div>
			{booking && <NewVisitDialog client={client} onClose={() => setBooking(false)} />}
		</header>
	);
}
