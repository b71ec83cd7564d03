import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';

/** A text to pass on, e.g. a link, with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
	const { t } = useTranslation('common');
	const [copied, setCopied] = useState(false);
	useEffect(() => {
		if (!copied) return undefined;
		const timer = setTimeout(() => setCopied(false), 2_500);
		return () => clearTimeout(timer);
	}, [copied]);

	const copy = async () => {
		await navigator.clipboard.writeText(value);
		setCopied(true);
		announce(t('actions.copied'));
	};
	return (
		<div className="flex items-center gap-2">
			<input
				readOnly
				aria-label={label}
				value={value}
				onFocus={(event) => event.currentTarget.select()}
				className="border-line bg-sunken text-muted min-h-11 min-w-0 flex-1 rounded-box border px-3 text-small text-ellipsis"
			/>
			<Button onPress={() => void copy()} icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}>
				{t(copied ? 'actions.copied' : 'actions.copy')}
			</Button>
		</div>
	);
}
