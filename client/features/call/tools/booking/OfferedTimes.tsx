import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeOffer, type TimeOffer } from '../../../../../shared/contract/offers.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Chip } from '../../../../ui/Chip.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { useTool } from '../context.tsx';
import { toolKey } from '../../../../lib/toolKey.ts';
import { readAgain } from '../readAgain.ts';

/** The times to choose from, on the clock of the client's device; the chosen one is booked. */
export function OfferedTimes({ offer }: { offer: TimeOffer }) {
	const { t } = useTranslation('tools');
	const { api } = useTool();
	const format = useFormat();
	const queryClient = useQueryClient();
	const [chosen, setChosen] = useState<string | null>(null);
	const taking = useMutation({
		mutationFn: (startsAt: string) => api.call(takeOffer, { params: { offerId: offer.id }, body: { startsAt } }),
		onSettled: () => readAgain(queryClient, toolKey('booking')),
	});
	return (
		<div className="flex flex-col gap-3">
			<div role="group" aria-label={t('booking.offer.times')} className="flex flex-wrap gap-2">
				{offer.startTimes.map((startsAt) => (
					<Chip
						key={startsAt}
						isLarge
						isSelected={startsAt === chosen}
						isDisabled={taking.isPending}
						onPress={() => setChosen(startsAt)}
					>
						{format.dateTime(startsAt)}
					</Chip>
				))}
			</div>
			<FormError error={taking.error} />
			<Button
				variant="primary"
				className="self-start max-sm:self-stretch"
				isPending={taking.isPending}
				isDisabled={chosen === null}
				onPress={() => chosen !== null && taking.mutate(chosen)}
			>
				{t('booking.offer.take')}
			</Button>
		</div>
	);
}
