import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enterVisit, type Visit } from '../../../shared/contract/join.ts';
import { isSamtalError, type Api } from '../../lib/api.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { Terms } from '../../ui/Terms.tsx';
import { Screen } from './Screen.tsx';

interface NameStepProps {
	visit: Visit;
	api: Api;
	/** With the first ticket: entering and asking for one are the same request. */
	onEntered: (ticket: string) => void;
	onMustPay: () => void;
}

/** Third step: name and consent. */
export function NameStep({ visit, api, onEntered, onMustPay }: NameStepProps) {
	const { t } = useTranslation('join');
	const errorText = useErrorText();
	const [name, setName] = useState(visit.attendeeName);
	const [accepted, setAccepted] = useState(visit.termsAccepted);
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>(null);

	const enter = async () => {
		setBusy(true);
		setError(null);
		try {
			const acceptedTerms = visit.termsAccepted ? {} : { acceptedTerms: visit.terms.version };
			onEntered((await api.call(enterVisit, { body: { name, ...acceptedTerms } })).ticket);
		} catch (failure) {
			if (isSamtalError(failure, 'PAY_FIRST')) onMustPay();
			setError(failure);
			setBusy(false);
		}
	};

	return (
		<Screen clinic={visit.clinic.name} step={3} title={t('name.title')}>
			<form
				className="flex flex-col gap-5"
				onSubmit={(event) => {
					event.preventDefault();
					void enter();
				}}
			>
				<label className="flex flex-col gap-1.5">
					<span className="font-semibold">{t('name.label')}</span>
					<input
						required
						maxLength={120}
						pattern=".*\S.*"
						autoComplete="name"
						value={name}
						onChange={(event) => setName(event.target.value)}
						className="border-edge bg-surface rounded-box min-h-13 border px-4 text-title"
					/>
					<span className="text-small text-muted">{t('name.hint', { name: visit.professionalName })}</span>
				</label>
				<Terms
					title={t('name.terms')}
					consent={t('name.accept')}
					text={visit.terms.text}
					accepted={accepted}
					onChange={setAccepted}
				/>
				{error !== null && (
					<p role="alert" className="bg-danger-soft rounded-box px-4 py-3">
						{errorText(error)}
					</p>
				)}
				<button type="submit" disabled={busy} className={buttonStyle('primary', 'large')}>
					{t(busy ? 'name.entering' : 'name.enter')}
				</button>
			</form>
		</Screen>
	);
}
