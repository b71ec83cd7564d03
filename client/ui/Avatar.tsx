import clsx from 'clsx';

const sizes = { small: 'size-9 text-small', medium: 'size-11 text-body', large: 'size-16 text-title' };

/** A person by initials; decorative, the name stands beside it. */
export const Avatar = ({ name, size = 'medium' }: { name: string; size?: keyof typeof sizes }) => (
	<span
		aria-hidden
		className={clsx(
			'bg-accent-soft text-accent inline-grid shrink-0 place-items-center rounded-full font-semibold',
			sizes[size],
		)}
	>
		{initials(name)}
	</span>
);

/** First letters of the first and the last word. */
function initials(name: string): string {
	const words = name.trim().split(/\s+/);
	const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
	return letters.join('').toLocaleUpperCase();
}
