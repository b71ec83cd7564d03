import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeFeed, endFeed, renewFeed, type Calendars, type FeedNames } from '../../../../shared/contract/feeds.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Select } from '../../../ui/Select.tsx';
import { NewAddress } from './NewAddress.tsx';
import { calendarsQuery } from './queries.ts';

const choices = ['NONE', 'INITIALS', 'FULL'] as const;

/** The secret address at which calendar programs read the visits. */
export function FeedCard({ feed }: Pick<Calendars, 'feed'>) {
	const { t } = useTranslation('calendars');
	const format = useFormat();
	const queryClient = useQueryClient();
	const [names, setNames] = useState<FeedNames>(feed?.names ?? 'NONE');
	const onSuccess = () => queryClient.invalidateQueries(calendarsQuery);
	const renew = useMutation({ mutationFn: () => memberApi.call(renewFeed, { body: { names } }), onSuccess });
	const change = useMutation({
		mutationFn: (chosen: FeedNames) => memberApi.call(changeFeed, { body: { names: chosen } }),
		onSuccess,
	});
	const end = useMutation({
		mutationFn: () => memberApi.call(endFeed, {}),
		onSuccess: () => {
			renew.reset();
			return onSuccess();
		},
	});
	const choose = (chosen: FeedNames) => {
		setNames(chosen);
		if (feed) change.mutate(chosen);
	};
	return (
		<Card className="flex flex-col gap-4">
			<div>
				<h2 className="font-semibold">{t('feed.title')}</h2>
				<p className="text-muted">{t('feed.text')}</p>
			</div>
			<Select<FeedNames>
				label={t('feed.names')}
				description={t('feed.namesHelp')}
				options={choices.map((value) => ({ value, label: t(`feed.choice.${value}`) }))}
				value={names}
				onChange={choose}
			/>
			{feed && <p className="text-muted text-small">{t('feed.since', { date: format.date(feed.since, 'date') })}</p>}
			{renew.data && <NewAddress address={renew.data.address} />}
			<div className="flex flex-wrap gap-2">
				<Button variant={feed ? 'secondary' : 'primary'} isPending={renew.isPending} onPress={() => renew.mutate()}>
					{t(feed ? 'feed.renew' : 'feed.create')}
				</Button>
				{feed && (
					<Button variant="quiet" isPending={end.isPending} onPress={() => end.mutate()}>
						{t('feed.end')}
					</Button>
				)}
			</div>
			<FormError error={renew.error ?? change.error ?? end.error} />
		</Card>
	);
}
