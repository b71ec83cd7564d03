import { HandCoins } from 'lucide-react';
import { lazy, Suspense, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../../shared/contract/appointments.ts';
import { Button } from '../../../ui/Button.tsx';

const RecordPaymentDialog = lazy(async () => ({
	default: (await import('./RecordPaymentDialog.tsx')).RecordPaymentDialog,
}));

interface RecordPaymentProps extends Pick<ComponentProps<typeof Button>, 'size'> {
	visit: Appointment;
}

/** A button for what came by cash, terminal, bank transfer or otherwise. */
export function RecordPayment({ visit, ...look }: RecordPaymentProps) {
	const { t } = useTranslation('visits');
	const [recording, setRecording] = useState(false);
	return (
		<>
			<Button {...look} icon={<HandCoins aria-hidden />} onPress={() => setRecording(true)}>
				{t('recordPayment')}
			</Button>
			{recording && (
				<Suspense fallback={null}>
					<RecordPaymentDialog visit={visit} onClose={() => setRecording(false)} />
				</Suspense>
			)}
		</>
	);
}
