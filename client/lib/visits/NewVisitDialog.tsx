import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { createAppointment } from '../../../shared/contract/appointments.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { memberApi } from '../memberApi.ts';
import { useViewer } from '../viewer.ts';
import { BookedVisit } from './BookedVisit.tsx';
import { NewVisitForm } from './NewVisitForm.tsx';
import { refreshVisits, servicesQuery } from './queries.ts';
import { beginVisit, chooseService, nextHalfHour, toRequest } from './visitDraft.ts';

export interface NewVisitDialogProps {
	onClose: () => void;
	/** Where the calendar was pressed, ISO 8601; the next half hour without it. */
	startsAt?: string | undefined;
	/** As long as it was drawn there; as its service without it. */
	minutes?: number | undefined;
	/** For whom, when it is known from the page. */
	client?: { id: string; name: string } | undefined;
}

const formId = 'new-visit';

/** Books a visit, then shows the link to send. Mount it to open it. */
export function NewVisitDialog({ onClose, startsAt, minutes, client }: NewVisitDialogProps) {
	const { t } = useTranslation(['visits', 'common']);
	const { timeZone } = useViewer();
	const queryClient = useQueryClient();
	const { data: catalogue } = useQuery(servicesQuery);
	const [filled, setFilled] = useState(() =>
		beginVisit({ clientId: client?.id ?? null, startsAt: startsAt ?? nextHalfHour(new Date()), minutes, timeZone }),
	);
	const onlyService = catalogue?.services.length === 1 ? catalogue.services[0] : undefined;
	const draft = onlyService && filled.serviceId === null ? chooseService(filled, onlyService) : filled;

	const booking = useMutation({
		mutationFn: (body: z.input<typeof createAppointment.body>) => memberApi.call(createAppointment, { body }),
		onSuccess: () => refreshVisits(queryClient),
	});
	const request = toRequest(draft, timeZone);

	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={t(booking.data ? 'booked.title' : 'new.title')}
			footer={
				booking.data ? (
					<Button variant="primary" onPress={onClose} autoFocus>
						{t('booked.done')}
					</Button>
				) : (
					<>
						<Button onPress={onClose}>{t('common:actions.cancel')}</Button>
						<Button
							type="submit"
							form={formId}
							variant="primary"
							isPending={booking.isPending}
							isDisabled={request === null}
						>
							{t('new.submit')}
						</Button>
					</>
				)
			}
		>
			{booking.data ? (
				<BookedVisit visit={booking.data} />
			) : (
				<NewVisitForm
					id={formId}
					draft={draft}
					onChange={setFilled}
					client={client}
					error={booking.error}
					onSubmit={() => request && !booking.isPending && booking.mutate(request)}
				/>
			)}
		</Dialog>
	);
}
