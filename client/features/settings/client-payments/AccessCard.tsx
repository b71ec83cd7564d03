import { useTranslation } from 'react-i18next';
import type { PaymentAccess } from '../../../../shared/contract/paymentSetup.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { AskForm } from './AskForm.tsx';

/** While payments are off: the way to ask for them, or what became of the request. */
export function AccessCard({ access: { request, decidesItself } }: { access: PaymentAccess }) {
	const { t } = useTranslation('clientPayments');
	const format = useFormat();
	if (request?.status === 'ASKED') {
		const { requestedBy: name, requestedAt, why } = request;
		return (
			<Notice tone="info" title={t('access.asked.title')}>
				<p>{t('access.asked.text', { name, when: format.dateTime(requestedAt) })}</p>
				<p className="text-muted mt-1 break-words">{why}</p>
			</Notice>
		);
	}
	return (
		<>
			{request && request.reason !== null && (
				<Notice tone="warn" title={t(request.status === 'REFUSED' ? 'access.refused' : 'access.ended')}>
					<p className="break-words">{t('access.reason', { reason: request.reason })}</p>
				</Notice>
			)}
			<Card className="flex flex-col gap-4">
				<div>
					<h2 className="text-title font-semibold">{t('access.off.title')}</h2>
					<p className="text-muted">{t(decidesItself ? 'access.off.own' : 'access.off.text')}</p>
				</div>
				<AskForm decidesItself={decidesItself} />
			</Card>
		</>
	);
}
