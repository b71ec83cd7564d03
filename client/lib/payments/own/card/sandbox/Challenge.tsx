import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../../ui/Button.tsx';
import { FormError } from '../../../../../ui/FormError.tsx';

interface ChallengeProps {
	isPending: boolean;
	error: unknown;
	onAnswer: (outcome: 'approved' | 'refused') => void;
}

/** What the bank asks in its own window (3-D Secure), here as two buttons. */
export function Challenge({ isPending, error, onAnswer }: ChallengeProps) {
	const { t } = useTranslation('payments');
	return (
		<section aria-labelledby="challenge-title" className="flex flex-col gap-4">
			<div className="flex gap-3">
				<ShieldCheck aria-hidden className="text-accent mt-0.5 size-6 shrink-0" />
				<div>
					<h3 id="challenge-title" className="font-semibold">
						{t('cardForm.challenge.title')}
					</h3>
					<p>{t('cardForm.challenge.text')}</p>
				</div>
			</div>
			<FormError error={error} />
			<div className="flex flex-wrap justify-end gap-2">
				<Button isDisabled={isPending} onPress={() => onAnswer('refused')}>
					{t('cardForm.challenge.refuse')}
				</Button>
				<Button variant="primary" autoFocus isPending={isPending} onPress={() => onAnswer('approved')}>
					{t('cardForm.challenge.approve')}
				</Button>
			</div>
		</section>
	);
}
