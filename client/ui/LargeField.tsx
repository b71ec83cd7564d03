import type { InputHTMLAttributes } from 'react';

interface LargeFieldProps extends InputHTMLAttributes<HTMLInputElement> {
	label: string;
	hint?: string;
	onValue: (value: string) => void;
}

/** A line to fill in on a page for clients, which the browser checks: nothing that such a page would have to load. */
export function LargeField({ label, hint, onValue, ...input }: LargeFieldProps) {
	return (
		<label className="flex flex-col gap-1.5">
			<span className="font-semibold">{label}</span>
			<input
				required
				{...input}
				onChange={(event) => onValue(event.target.value)}
				className="border-edge bg-surface rounded-box min-h-13 w-full border px-4 text-title"
			/>
			{hint !== undefined && <span className="text-muted text-small">{hint}</span>}
		</label>
	);
}
