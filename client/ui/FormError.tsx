import type { ReactNode } from 'react';
import { useErrorText } from '../lib/useErrorText.ts';
import { Notice } from './Notice.tsx';

interface FormErrorProps {
	/** What was thrown; nothing shows for null. */
	error: unknown;
	/** What did not work, when the sentence alone would not say it. */
	title?: string;
	children?: ReactNode;
	action?: ReactNode;
}

/** An error in the reader's language, with what to check and the way on. */
export function FormError({ error, title, children, action }: FormErrorProps) {
	const text = useErrorText();
	if (error === null || error === undefined) return null;
	return (
		<Notice tone="danger" {...(title !== undefined && { title })} action={action}>
			<p>{text(error)}</p>
			{children}
		</Notice>
	);
}
