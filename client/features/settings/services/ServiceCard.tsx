import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Office, Service } from '../../../../shared/contract/appointments.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';

interface ServiceCardProps {
	service: Service;
	offices: readonly Office[];
	/** Undefined for who may only read. */
	onEdit: (() => void) | undefined;
}

/** One service of the price list. */
export function ServiceCard({ service, offices, onEdit }: ServiceCardProps) {
	const { t } = useTranslation('services');
	const format = useFormat();
	const { name, durationMinutes, capacity, bookable, payFirst, officeIds } = service;
	const places = offices.filter(({ id }) => officeIds.includes(id)).map((office) => office.name);
	return (
		<Card className="flex flex-wrap items-start gap-x-4 gap-y-3">
			<div className="min-w-0 flex-1">
				<h2 className="font-semibold break-words">{name}</h2>
				<p className="tabular-nums">
					{format.duration(durationMinutes * 60_000)} · {format.money(service)}
				</p>
				<p className="text-muted break-words">{places.join(', ')}</p>
				<div className="mt-2 flex flex-wrap gap-2 empty:hidden">
					{capacity > 1 && (
						<Badge tone="accent" icon={<Users aria-hidden />}>
							{t('group', { count: capacity })}
						</Badge>
					)}
					{!bookable && <Badge>{t('notBookable')}</Badge>}
					{payFirst && <Badge>{t('paidFirst')}</Badge>}
				</div>
			</div>
			{onEdit && (
				<Button onPress={onEdit} aria-label={t('editNamed', { name })}>
					{t('edit')}
				</Button>
			)}
		</Card>
	);
}
