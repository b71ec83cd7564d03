import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CardFormProps } from '../CardForm.tsx';
import { CardFields } from './CardFields.tsx';
import { Challenge } from './Challenge.tsx';
import { answerChallenge, confirmWithCard, type Step } from './sandboxStripe.ts';

/** The card form of the local stand-in: test cards only, no money moves. */
export function SandboxCardForm({ paying, onAttempt, onSubmitted, onDeclined }: CardFormProps) {
	const [challenged, setChallenged] = useState(false);
	const goOn = (step: Step) => {
		setChallenged(step.type === 'challenge');
		if (step.type === 'declined') onDeclined(step.code);
		else if (step.type !== 'challenge') onSubmitted();
	};
	const confirm = useMutation({ mutationFn: confirmWithCard.bind(null, paying), onSuccess: goOn });
	const challenge = useMutation({ mutationFn: answerChallenge.bind(null, paying), onSuccess: goOn });

	return challenged ? (
		<Challenge
			isPending={challenge.isPending}
			error={challenge.error}
			onAnswer={(outcome) => challenge.mutate(outcome)}
		/>
	) : (
		<CardFields
			payment={paying.payment}
			isPending={confirm.isPending}
			error={confirm.error}
			onSubmit={(card) => {
				onAttempt();
				confirm.mutate(card);
			}}
		/>
	);
}
