import { useTranslation } from 'react-i18next';
import type { OwnVisit } from '../../../../shared/contract/ownVisit.ts';
import { buttonStyle } from '../../../ui/buttonStyle.ts';
import { Screen } from '../Screen.tsx';
import { useVisitTime } from '../useVisitTime.ts';
import { FreeUntil } from './FreeUntil.tsx';

interface ShownVisitProps {
	visit: OwnVisit;
	title: string;
	onMove: () => void;
	onCancel: () => void;
}

/** What is booked, and what the client can do about it. */
export function ShownVisit({ visit, title, onMove, onCancel }: ShownVisitProps) {
	const { t } = useTranslation(['ownVisit', 'join']);
	const when = useVisitTime(visit);
	return (
		<Screen clinic={visit.clinic.name} title={title}>
			<div className="bg-surface border-line rounded-box flex flex-col gap-1 border p-5 text-title">
				<p className="font-semibold">{when.text}</p>
				{when.zone !== null && <p className="text-muted text-body">{t('join:visit.zone', { zone: when.zone })}</p>}
				<p>{visit.serviceName}</p>
				<p className="text-muted">{visit.office.name}</p>
			</div>
			{visit.canCancel ? (
				<>
					<FreeUntil visit={visit} />
					{visit.canMove && (
						<button type="button" className={buttonStyle('primary', 'large')} onClick={onMove}>
							{t('move')}
						</button>
					)}
					<button type="button" className={buttonStyle('secondary', 'large')} onClick={onCancel}>
						{t(visit.canMove ? 'cancel' : 'cancelPlace')}
					</button>
				</>
			) : (
				<p className="text-title">{t('cannot')}</p>
			)}
		</Screen>
	);
}
