import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { changeInvoice, createInvoice, type Invoice } from '../../../shared/contract/invoices.ts';
import { invoiceQuery, refreshInvoices } from '../../lib/invoices/queries.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { paths } from '../../lib/paths.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { FreeLineFields, type FreeLine } from './FreeLineFields.tsx';
import { InvoiceTotals } from './InvoiceTotals.tsx';
import type { OfferedVisit } from './offeredVisits.ts';
import { VatField } from './VatField.tsx';

interface DraftFormProps {
	/** The one that is changed; a new one without it. */
	draft?: Invoice;
	clientId: string;
	offered: readonly OfferedVisit[];
	currency: string;
}

/** The lines of a draft, with their sum as it is typed. */
export function DraftForm({ draft, clientId, offered, currency }: DraftFormProps) {
	const { t } = useTranslation(['invoices', 'common']);
	const format = useFormat();
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	// As it was when the form was opened: what somebody else changes meanwhile must not pass for read.
	const [{ id, version }] = useState(draft ?? { id: crypto.randomUUID(), version: null });
	/** VAT in basis points by chosen visit. */
	const [rates, setRates] = useState(() => ratesOf(draft));
	const [lines, setLines] = useState(() => freeLinesOf(draft));
	const chosen = offered.flatMap(({ attendeeId, amountMinor }) => {
		const vatBasisPoints = rates.get(attendeeId);
		return vatBasisPoints === undefined ? [] : [{ attendeeId, vatBasisPoints, quantity: 1, unitMinor: amountMinor }];
	});
	const priced = [...chosen, ...lines].filter(
		({ quantity, unitMinor, vatBasisPoints }) => !Number.isNaN(quantity + unitMinor + vatBasisPoints),
	);
	const save = useMutation({
		mutationFn: () => {
			const wanted = {
				visits: chosen.map(({ attendeeId, vatBasisPoints }) => ({ attendeeId, vatBasisPoints })),
				lines: lines.map(({ key: _, ...line }) => line),
			};
			return version === null
				? memberApi.call(createInvoice, { body: { id, clientId, ...wanted } })
				: memberApi.call(changeInvoice, { params: { invoiceId: id }, body: { version, ...wanted } });
		},
		onSuccess: async (saved) => {
			queryClient.setQueryData(invoiceQuery(id).queryKey, saved);
			await navigate(paths.invoice(id), { replace: true });
			await refreshInvoices(queryClient);
		},
	});
	const choose = (attendeeId: string, isChosen: boolean) => {
		const next = new Map(rates);
		if (isChosen) next.set(attendeeId, 0);
		else next.delete(attendeeId);
		setRates(next);
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!save.isPending) save.mutate();
	};
	const empty = { description: '', quantity: 1, unitMinor: Number.NaN, vatBasisPoints: 0 };
	return (
		<form onSubmit={submit} className="flex max-w-3xl flex-col gap-4">
			<Card>
				<h2 className="text-title font-semibold">{t('new.visits')}</h2>
				{offered.length === 0 && <p className="text-muted mt-1">{t('new.noVisits')}</p>}
				<ul className="divide-line divide-y">
					{offered.map(({ attendeeId, startsAt, service, amountMinor }) => (
						<li key={attendeeId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
							<Switch isSelected={rates.has(attendeeId)} onChange={(on) => choose(attendeeId, on)}>
								<span className="block font-medium">{service}</span>
								<span className="text-muted block text-small tabular-nums">
									{format.date(startsAt, 'date')} · {format.money({ amountMinor, currency })}
								</span>
							</Switch>
							{rates.has(attendeeId) && (
								<div className="w-28">
									<VatField
										basisPoints={rates.get(attendeeId) ?? 0}
										onChange={(rate) => setRates(new Map(rates).set(attendeeId, rate))}
									/>
								</div>
							)}
						</li>
					))}
				</ul>
			</Card>
			<Card>
				<h2 className="text-title font-semibold">{t('new.others')}</h2>
				<ul className="divide-line divide-y">
					{lines.map((line) => (
						<FreeLineFields
							key={line.key}
							line={line}
							currency={currency}
							onChange={(changed) => setLines(lines.map((each) => (each.key === line.key ? changed : each)))}
							onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
						/>
					))}
				</ul>
				<Button className="mt-3" onPress={() => setLines([...lines, { ...empty, key: crypto.randomUUID() }])}>
					<Plus aria-hidden />
					{t('new.add')}
				</Button>
			</Card>
			<Card>
				<InvoiceTotals lines={priced} currency={currency} />
			</Card>
			<FormError error={save.error} />
			<div className="flex justify-end">
				<Button
					type="submit"
					variant="primary"
					isPending={save.isPending}
					isDisabled={chosen.length + lines.length === 0}
				>
					{t('new.save')}
				</Button>
			</div>
		</form>
	);
}

const ratesOf = (draft: Invoice | undefined): ReadonlyMap<string, number> =>
	new Map(
		draft?.lines.flatMap(({ attendeeId, vatBasisPoints }) =>
			attendeeId === null ? [] : [[attendeeId, vatBasisPoints] as const],
		),
	);

const freeLinesOf = (draft: Invoice | undefined): readonly FreeLine[] =>
	draft?.lines
		.filter(({ attendeeId }) => attendeeId === null)
		.map(({ attendeeId: _, ...line }) => ({ ...line, key: crypto.randomUUID() })) ?? [];
