import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingPage } from '../../../shared/contract/booking.ts';
import type { Api } from '../../lib/api.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Choices } from './Choices.tsx';
import { Days } from './Days.tsx';
import { PublicPage } from '../../ui/PublicPage.tsx';
import { Profile } from './Profile.tsx';
import { GroupDates } from './GroupDates.tsx';
import type { ChosenDate } from './PlaceDetails.tsx';
import type { Chosen, TimeHold } from './timeHold.ts';
import { useGroupDates } from './useGroupDates.ts';
import { useBookableTimes } from './useBookableTimes.ts';

interface ChooseTimeProps {
	api: Api;
	page: BookingPage;
	timeHold: TimeHold;
	/** While it is not, it stays as it is; shown again it asks again. */
	isShown: boolean;
	onChosen: (chosen: Chosen) => void;
	onDate: (chosen: ChosenDate) => void;
}

/** Who, what, where and when. */
export function ChooseTime({ api, page, timeHold, isShown, onChosen, onDate }: ChooseTimeProps) {
	const { t } = useTranslation('booking');
	const format = useFormat();
	const errorText = useErrorText();
	const [serviceId, setServiceId] = useState(page.free?.serviceId ?? page.services[0]?.id ?? '');
	const [wantedOffice, setWantedOffice] = useState(page.free?.officeId ?? '');
	const [holding, setHolding] = useState<string | null>(null);
	const [refusal, setRefusal] = useState<unknown>(null);

	const service = page.services.find(({ id }) => id === serviceId);
	const isGroup = service !== undefined && service.capacity > 1;
	const offices = page.offices.filter(({ id }) => service?.officeIds.includes(id));
	const officeId = offices.find(({ id }) => id === wantedOffice)?.id ?? offices[0]?.id ?? '';
	const times = useBookableTimes(api, page, { serviceId, officeId, holdId: timeHold.id }, isShown && !isGroup);
	const dates = useGroupDates(api, page.slug, serviceId, isShown && isGroup);

	const choose = async (startsAt: string) => {
		const choice = { serviceId, officeId, startsAt };
		setHolding(startsAt);
		setRefusal(null);
		try {
			onChosen({ ...choice, heldUntil: await timeHold.take(choice) });
		} catch (error) {
			setRefusal(error);
			times.readAgain();
		} finally {
			setHolding(null);
		}
	};

	return (
		<PublicPage clinic={page.clinicName}>
			<Profile page={page} />
			{page.services.length === 0 ? (
				<p className="bg-surface border-line rounded-box border p-5">{t('nothing')}</p>
			) : (
				<>
					<Choices
						title={t('service')}
						name="service"
						value={serviceId}
						onChange={setServiceId}
						choices={page.services.map((each) => ({
							value: each.id,
							label: each.name,
							detail: [
								...(each.capacity > 1 ? [t('groups.group')] : []),
								format.duration(each.durationMinutes * 60_000),
								format.money(each),
							].join(' · '),
						}))}
					/>
					{isGroup ? (
						<GroupDates dates={dates} officeZone={page.timeZone} onChoose={(date) => onDate({ serviceId, date })} />
					) : (
						<>
							<Choices
								title={t('place')}
								name="office"
								value={officeId}
								onChange={setWantedOffice}
								choices={offices.map(({ id, name, kind }) => ({
									...{ value: id, label: kind === 'VIDEO' ? t('video') : name },
									detail: t(kind === 'VIDEO' ? 'byVideo' : 'atOffice'),
								}))}
							/>
							{refusal !== null && (
								<p role="alert" className="bg-warn-soft rounded-box px-4 py-3">
									{errorText(refusal)} {t('chooseAnother')}
								</p>
							)}
							<Days times={times} officeZone={page.timeZone} holding={holding} onChoose={(at) => void choose(at)} />
						</>
					)}
					<p className="text-muted text-small">{t('cancelRule', { count: page.freeCancelHours })}</p>
				</>
			)}
		</PublicPage>
	);
}
