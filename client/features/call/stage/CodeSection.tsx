import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparisonCode } from '../e2ee/group/comparisonCode.ts';

/** The digits that people read to each other. They are worked out as long as somebody looks, and anew for new keys. */
export function CodeSection({ code }: { code: ComparisonCode }) {
	const { t } = useTranslation('call');
	const [workedOut, setWorkedOut] = useState<{ of: ComparisonCode; digits: readonly string[] } | null>(null);
	useEffect(() => {
		let over = false;
		void code().then((digits) => over || setWorkedOut({ of: code, digits }));
		return () => void (over = true);
	}, [code]);
	const digits = workedOut?.of === code ? workedOut.digits : null;
	return (
		<section aria-labelledby="comparison-code">
			<h3 id="comparison-code" className="text-muted text-small font-semibold">
				{t('encryption.code')}
			</h3>
			<p
				data-comparison-code={digits !== null || undefined}
				className="mt-1 flex min-h-[1.25em] flex-wrap gap-x-3 text-[1.625rem] leading-tight font-semibold tabular-nums"
			>
				{digits?.map((group, index) => (
					// oxlint-disable-next-line react/no-array-index-key -- the order is fixed, and two may be alike
					<span key={index}>{group}</span>
				))}
			</p>
			<p className="text-muted mt-2 text-small">{t('encryption.compare')}</p>
		</section>
	);
}
