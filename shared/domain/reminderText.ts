/** What a reminder's text can name, in braces: `Hello {client}`. The names are the same in every language. */
export const reminderVariables = [
	'client',
	'clinic',
	'service',
	'professional',
	'date',
	'time',
	'place',
	'link',
	'cancelLink',
] as const;
export type ReminderVariable = (typeof reminderVariables)[number];

const variable = /\{([^{}]*)\}/g;
const isVariable = (name: string | undefined): name is ReminderVariable =>
	reminderVariables.some((known) => known === name);

/** The names in braces that are no variable, in their order. */
export const unknownVariables = (text: string): string[] =>
	[...text.matchAll(variable)].map(([, name]) => name ?? '').filter((name) => !isVariable(name));

/** Puts the values in. A value that holds braces itself stays as it is. */
export const fillReminder = (text: string, values: Readonly<Record<ReminderVariable, string>>): string =>
	text.replaceAll(variable, (whole, name: string) => (isVariable(name) ? values[name] : whole));
