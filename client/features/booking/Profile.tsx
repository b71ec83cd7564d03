import { useTranslation } from 'react-i18next';
import type { BookingPage } from '../../../shared/contract/booking.ts';
import { Avatar } from '../../ui/Avatar.tsx';

/** Whose page it is. */
export function Profile({ page }: { page: BookingPage }) {
	const { t } = useTranslation('booking');
	return (
		<section className="flex flex-col gap-4">
			<div className="flex items-center gap-4">
				<Avatar name={page.professionalName} size="large" />
				<div className="min-w-0">
					<h1 className="text-display font-semibold tracking-tight text-balance">
						{t('title', { name: page.professionalName })}
					</h1>
					{page.headline !== '' && <p className="text-muted text-title">{page.headline}</p>}
				</div>
			</div>
			{page.about !== '' && <p className="max-w-prose whitespace-pre-line">{page.about}</p>}
		</section>
	);
}
