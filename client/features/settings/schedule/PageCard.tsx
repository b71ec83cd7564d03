import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { savePublicPage, type PublicPage } from '../../../../shared/contract/schedule.ts';
import { stepsInMinutes } from '../../../../shared/domain/bookingRules.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { CopyField } from '../../../ui/CopyField.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';

interface PageCardProps {
	page: Omit<PublicPage, 'slug'> & { slug: string | null };
	/** The public address without its last part. */
	origin: string;
	onSaved: () => void;
}

const limits = {
	noticeMinutes: 86_400,
	horizonDays: 730,
	bufferBeforeMinutes: 240,
	bufferAfterMinutes: 240,
	freeCancelHours: 1_440,
} as const;
const numbers = Object.keys(limits) as (keyof typeof limits)[];

/** The public page and the rules of booking there. */
export function PageCard({ page: stored, origin, onSaved }: PageCardProps) {
	const { t } = useTranslation('schedule');
	const [page, setPage] = useState({ ...stored, slug: stored.slug ?? '' });
	const set = (changed: Partial<PublicPage>) => setPage({ ...page, ...changed });
	const save = useMutation({
		mutationFn: () => memberApi.call(savePublicPage, { body: page }),
		onSuccess: () => {
			toast('success', t('saved'));
			onSaved();
		},
	});
	return (
		<Card className="flex flex-col gap-4">
			<h2 className="text-title font-semibold">{t('page.title')}</h2>
			<Switch isSelected={page.published} onChange={(published) => set({ published })}>
				{t('page.published')}
			</Switch>
			{stored.slug !== null && stored.published && (
				<CopyField label={t('page.link')} value={`${origin}/${stored.slug}`} />
			)}
			<TextField
				label={t('page.slug')}
				description={`${origin}/${page.slug}`}
				value={page.slug}
				onChange={(slug) => set({ slug: slug.toLowerCase() })}
			/>
			<TextField label={t('page.headline')} value={page.headline} onChange={(headline) => set({ headline })} />
			<label className="flex flex-col gap-1.5">
				<span className="text-small font-semibold">{t('page.about')}</span>
				<textarea
					rows={4}
					maxLength={4_000}
					value={page.about}
					onChange={(event) => set({ about: event.target.value })}
					className="border-edge bg-surface rounded-box border p-3"
				/>
			</label>
			<Select
				label={t('page.step')}
				options={stepsInMinutes.map((step) => ({
					value: String(step),
					label: step === 60 ? t('page.fullHours') : t('page.everyMinutes', { count: step }),
				}))}
				value={String(page.stepMinutes)}
				onChange={(value) => set({ stepMinutes: stepsInMinutes.find((step) => String(step) === value) ?? 30 })}
			/>
			<div className="grid gap-4 sm:grid-cols-2">
				{numbers.map((key) => (
					<NumberField
						key={key}
						label={t(`page.${key}`)}
						minValue={key === 'horizonDays' ? 1 : 0}
						maxValue={limits[key]}
						value={page[key]}
						onChange={(value) => set({ [key]: Number.isNaN(value) ? 0 : value })}
					/>
				))}
			</div>
			<FormError error={save.error} />
			<Button variant="primary" isPending={save.isPending} onPress={() => save.mutate()}>
				{t('page.save')}
			</Button>
		</Card>
	);
}
