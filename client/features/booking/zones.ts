/** What people call a zone: the city in its name, `Warsaw` of `Europe/Warsaw`. */
export const cityOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
