import clsx from 'clsx';

interface ChoicesProps {
	title: string;
	name: string;
	value: string;
	onChange: (value: string) => void;
	choices: readonly { value: string; label: string; detail: string }[];
}

/** One of a few, each a card of its own. */
export function Choices({ title, name, value, onChange, choices }: ChoicesProps) {
	return (
		<fieldset className="flex flex-col gap-2.5">
			<legend className="text-title mb-2.5 font-semibold">{title}</legend>
			<div className="grid gap-2.5 sm:grid-cols-2">
				{choices.map((choice) => (
					<label
						key={choice.value}
						className={clsx(
							'rounded-box grid min-h-16 cursor-pointer grid-cols-[auto_1fr] content-center items-center gap-x-3 border px-4 py-3 transition-colors',
							'has-focus-visible:outline-focus has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
							choice.value === value ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:bg-sunken',
						)}
					>
						<input
							type="radio"
							name={name}
							value={choice.value}
							checked={choice.value === value}
							onChange={() => onChange(choice.value)}
							className="accent-accent row-span-2 size-5"
						/>
						<span className="min-w-0 font-semibold">{choice.label}</span>
						<span className="text-muted col-start-2 min-w-0 text-small">{choice.detail}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
