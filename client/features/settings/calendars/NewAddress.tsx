import { useTranslation } from 'react-i18next';
import { CopyField } from '../../../ui/CopyField.tsx';
import { Notice } from '../../../ui/Notice.tsx';

/** An address that was just made: it is shown this once, with what to do with it. */
export function NewAddress({ address }: { address: string }) {
	const { t } = useTranslation('calendars');
	return (
		<Notice tone="success" title={t('feed.made')}>
			<p className="mb-3">{t('feed.once')}</p>
			<CopyField label={t('feed.address')} value={address} />
			<dl className="mt-4 flex flex-col gap-2 text-small">
				{(['google', 'outlook', 'apple'] as const).map((program) => (
					<div key={program}>
						<dt className="font-semibold">{t(`how.${program}.name`)}</dt>
						<dd>{t(`how.${program}.steps`)}</dd>
					</div>
				))}
			</dl>
		</Notice>
	);
}
