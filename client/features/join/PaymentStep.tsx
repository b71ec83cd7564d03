import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../../../shared/contract/join.ts';
import type { Api } from '../../lib/api.ts';
import { importStage } from '../call/useStage.tsx';
import { ProblemPage } from './ProblemPage.tsx';
import { Screen } from './Screen.tsx';

interface PaymentStepProps {
	visit: Visit;
	api: Api;
	onEntered: (ticket: string) => void;
}
type Payments = (props: PaymentStepProps) => ReactNode;

/** By way of the call's own code, which is needed next anyway. */
const PayBeforeCall = lazy((): Promise<{ default: Payments }> =>
	importStage()
		.then(({ loadPayBeforeCall }) => loadPayBeforeCall())
		.then(({ default: Pay }) => ({
			default: (props: PaymentStepProps) => (
				<Framed {...props}>
					<Pay {...props} />
				</Framed>
			),
		}))
		.catch((error: unknown) => ({
			default: () => <ProblemPage error={error} onRetry={() => window.location.reload()} />,
		})),
);

/** Between name and waiting room where a visit is paid before. */
export const PaymentStep = (props: PaymentStepProps) => (
	<Suspense fallback={<Framed {...props} />}>
		<PayBeforeCall {...props} />
	</Suspense>
);

function Framed({ visit, children }: { visit: Visit; children?: ReactNode }) {
	const { t } = useTranslation('join');
	return (
		<Screen clinic={visit.clinic.name} step={3} title={t('payment')}>
			{children}
		</Screen>
	);
}
