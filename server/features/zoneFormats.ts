type Options = Intl.DateTimeFormatOptions;

interface ZoneFormats {
	date: Intl.DateTimeFormat;
	time: Intl.DateTimeFormat;
	/** The zone's name at that instant. */
	zoneAt: (instant: Date) => string;
}

/** For dates that have the day before the month in English too, as the pages write them. */
export const dateLanguage = (language: string): string => (language === 'en' ? 'en-GB' : language);

/**
 * How mails write dates in a language (BCP 47) on the clocks of a zone. Making formats takes milliseconds, and there are
 * few, as many as languages times zones: each is made once.
 */
export function createZoneFormats(styles: { date: Options; zone: 'short' | 'long' }) {
	const known = new Map<string, ZoneFormats>();
	return (language: string, timeZone: string): ZoneFormats => {
		const key = `${language} ${timeZone}`;
		const formats = known.get(key) ?? create(language, timeZone, styles);
		known.set(key, formats);
		return formats;
	};
}

function create(language: string, timeZone: string, styles: { date: Options; zone: 'short' | 'long' }): ZoneFormats {
	const format = (options: Options) => new Intl.DateTimeFormat(language, { ...options, timeZone });
	const zone = format({ timeZoneName: styles.zone });
	return {
		date: format(styles.date),
		time: format({ timeStyle: 'short' }),
		zoneAt: (instant) => zone.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
	};
}
