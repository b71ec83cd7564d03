import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingPage } from '../../../shared/contract/booking.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { PublicPage } from '../../ui/PublicPage.tsx';
import { Terms } from '../../ui/Terms.tsx';
import { PersonFields } from './PersonFields.tsx';
import type { Visitor, VisitorDraft } from './useVisitor.ts';

interface VisitorFormProps {
	page: BookingPage;
	draft: VisitorDraft;
	/** What is about to be booked. */
	summary: ReactNode;
	action: string;
	onSubmit: (visitor: Visitor) => Promise<void>;
	onBack: () => void;
	/** Takes the place of the error's text, where there is a way out of it. */
	wayOut: ReactNode;
}

/** Who comes, and the consent. */
export function VisitorForm({ page, draft, summary, action, onSubmit, onBack, wayOut }: VisitorFormProps) {
	const { t } = useTranslation('booking');
	const errorText = useErrorText();
	const { person, setPerson, accepted, setAccepted, isBusy, error, attempt } = draft;
	return (
		<PublicPage clinic={page.clinicName}>
			<button type="button" className={`${buttonStyle('quiet')} -ml-4 self-start`} onClick={onBack}>
				<ArrowLeft aria-hidden />
				{t('back')}
			</button>
			<h1 className="text-display font-semibold tracking-tight">{t('details')}</h1>
			{summary}
			<form
				className="flex max-w-xl flex-col gap-5"
				onSubmit={(event) => {
					event.preventDefault();
					attempt(onSubmit);
				}}
			>
				<PersonFields person={person} onChange={setPerson} />
				<Terms
					title={t('terms')}
					consent={t('accept')}
					text={page.terms.text}
					accepted={accepted}
					onChange={setAccepted}
				/>
				{wayOut}
				{error !== null && wayOut === null && (
					<p role="alert" className="bg-danger-soft rounded-box px-4 py-3">
						{errorText(error)}
					</p>
				)}
				<button type="submit" disabled={isBusy} className={buttonStyle('primary', 'large')}>
					{isBusy ? t('booking') : action}
				</button>
			</form>
		</PublicPage>
	);
}
