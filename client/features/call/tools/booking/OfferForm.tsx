import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendee, Service } from '../../../../../shared/contract/appointments.ts';
import { mostOffered, offerTimes } from '../../../../../shared/contract/offers.ts';
import { Button } from '../../../../ui/Button.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { useTool } from '../context.tsx';
import { toolKey } from '../../../../lib/toolKey.ts';
import { readAgain } from '../readAgain.ts';
import { TimePicker } from './TimePicker.tsx';

interface OfferFormProps {
	attendee: Attendee;
	service: Service;
	officeId: string;
	resourceIds: readonly string[];
	onOffered: () => void;
}

/** Chooses a few free times, from which the client takes one on their own screen. */
export function OfferForm({ attendee, service, officeId, resourceIds, onOffered }: OfferFormProps) {
	const { t } = useTranslation('tools');
	const { api, appointmentId } = useTool();
	const queryClient = useQueryClient();
	const [chosen, setChosen] = useState<readonly string[]>([]);
	const offering = useMutation({
		mutationFn: () =>
			api.call(offerTimes, {
				params: { appointmentId },
				body: {
					...{ attendeeId: attendee.id, serviceId: service.id, officeId },
					...{ resourceIds: [...resourceIds], startTimes: [...chosen] },
				},
			}),
		onSuccess: onOffered,
		onSettled: () => readAgain(queryClient, toolKey('booking')),
	});
	const toggle = (startsAt: string) =>
		setChosen(
			chosen.includes(startsAt)
				? chosen.filter((each) => each !== startsAt)
				: [...chosen, startsAt].slice(0, mostOffered),
		);
	return (
		<>
			<FormError error={offering.error} />
			<Button
				variant="primary"
				isPending={offering.isPending}
				isDisabled={chosen.length === 0}
				onPress={() => offering.mutate()}
			>
				{t('booking.offer.send', { count: chosen.length })}
			</Button>
			<TimePicker {...{ service, officeId, resourceIds, chosen }} onPick={toggle} />
		</>
	);
}
