import { useTranslation } from 'react-i18next';
import type { CallLog as Log } from '../../../../shared/contract/callLog.ts';
import { useFormat } from '../../useFormat.ts';
import { CallEncryption } from './CallEncryption.tsx';
import { spanLength, spanText } from './spans.ts';

/** What is known of a visit's call. `day`: an instant of the day that the reader has in mind. */
export function CallLog({ log, day }: { log: Log; day: string }) {
	const { t } = useTranslation(['callLog', 'visits']);
	const format = useFormat();
	return (
		<div className="flex flex-col gap-4">
			<ul className="flex flex-col gap-3">
				{log.people.map(({ personId, kind, name, stays }) => (
					<li key={personId}>
						<p className="font-medium break-words">
							{name} <span className="text-muted text-small font-normal">{t(`callLog:kind.${kind}`)}</span>
						</p>
						{stays.map(({ end, ...span }) => (
							<p key={span.from} className="text-muted text-small tabular-nums">
								{[
									span.until === null
										? t('callLog:since', { time: format.time(span.from) })
										: `${spanText(format, span, day)} · ${spanLength(format, span)}`,
									end !== null && end !== 'left' && end !== 'ended' && t(`callLog:end.${end}`),
								]
									.filter(Boolean)
									.join(' · ')}
							</p>
						))}
					</li>
				))}
			</ul>
			{log.togetherSeconds > 0 && (
				<p className="tabular-nums">
					{t('callLog:together', { duration: format.duration(Math.max(60, log.togetherSeconds) * 1_000) })}
				</p>
			)}
			{log.ways.length > 0 && (
				<div>
					<p className="text-muted text-small">{t('callLog:way')}</p>
					{log.ways.map(({ way, ...span }) => (
						<p key={span.from} className="tabular-nums">
							{t(`visits:quality.connection.${way}`)}{' '}
							<span className="text-muted text-small">{spanText(format, span, day)}</span>
						</p>
					))}
				</div>
			)}
			{log.ways.length > 0 && <CallEncryption phases={log.encryption} day={day} />}
		</div>
	);
}
