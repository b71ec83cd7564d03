interface TermsProps {
	title: string;
	/** What is said by accepting. */
	consent: string;
	text: string;
	accepted: boolean;
	onChange: (accepted: boolean) => void;
}

/** What the client agrees to: the clinic's terms and how it processes data. */
export function Terms({ title, consent, text, accepted, onChange }: TermsProps) {
	return (
		<div className="flex flex-col gap-2">
			<h2 id="terms" className="font-semibold">
				{title}
			</h2>
			<div
				// oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long terms are scrolled by keyboard
				tabIndex={0}
				role="region"
				aria-labelledby="terms"
				className="border-line bg-surface rounded-box max-h-56 overflow-y-auto border p-4 whitespace-pre-line"
			>
				{text}
			</div>
			<label className="flex min-h-11 cursor-pointer items-center gap-3">
				<input
					type="checkbox"
					required
					checked={accepted}
					onChange={(event) => onChange(event.target.checked)}
					className="accent-accent size-6 shrink-0"
				/>
				{consent}
			</label>
		</div>
	);
}
