import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat, type Format } from './format.ts';
import { toLocale } from './locale.ts';

/** The zone in which a page shows times: the professional's own; without a provider, the browser's. */
export const TimeZoneContext = createContext<string | null>(null);

/** Formats in the page's language and zone. */
export function useFormat(): Format {
	const { i18n } = useTranslation('common');
	const timeZone = useContext(TimeZoneContext) ?? Temporal.Now.timeZoneId();
	return useMemo(() => createFormat(toLocale(i18n.language), timeZone), [i18n.language, timeZone]);
}
