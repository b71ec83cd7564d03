import { z } from 'zod';
import { openDataDir, readOrCreateSecret } from './dataDir.ts';
import { StartError } from './startError.ts';

const text = z.string().trim();
const port = z.coerce.number().int().min(1).max(65_535);
const address = (...protocols: string[]) =>
	text.refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ''));
const startingWith = (...prefixes: string[]) =>
	text.refine((value) => prefixes.some((prefix) => value.startsWith(prefix)));
const list = (item: z.ZodType<string, string>) =>
	text.transform((value) => value.split(',').map((part) => part.trim())).pipe(z.array(item));

/** Every setting by its name in the environment; the description says what is expected when it is malformed. */
const settings = z.object({
	NODE_ENV: z
		.enum(['development', 'test', 'production'])
		.default('development')
		.describe('development, test or production'),
	PORT: port.default(3000).describe('a port from 1 to 65535'),
	HOST: text.optional().describe('an address of this machine'),
	PUBLIC_URL: address('http:', 'https:').optional().describe('an address like https://clinic.example'),
	SAMTAL_DATA_DIR: text.default('./data').describe('a folder'),
	SAMTAL_SECRET: z.string().min(32).optional().describe('at least 32 characters'),
	DATABASE_URL: address('postgres:', 'postgresql:')
		.optional()
		.describe('an address like postgresql://user:password@host:5432/samtal'),
	STRIPE_SECRET_KEY: startingWith('sk_', 'rk_').optional().describe('a key that starts with sk_ or rk_'),
	STRIPE_PUBLISHABLE_KEY: startingWith('pk_').optional().describe('a key that starts with pk_'),
	STRIPE_WEBHOOK_SECRET: startingWith('whsec_').optional().describe('a secret that starts with whsec_'),
	SMTP_URL: address('smtp:', 'smtps:').optional().describe('an address like smtps://user:password@mail.example'),
	MAIL_FROM: text
		.includes('@')
		.default('Samtal <no-reply@localhost>')
		.describe('a sender like Clinic <no-reply@clinic.example>'),
	TWILIO_ACCOUNT_SID: startingWith('AC').optional().describe('an account that starts with AC'),
	TWILIO_AUTH_TOKEN: text.optional().describe("the account's token"),
	SMS_FROM: text
		.regex(/^(\+\d{7,15}|[A-Za-z0-9 ]{1,11})$/)
		.optional()
		.describe('a number like +3545550100, or a name of at most 11 letters'),
	TURN_URLS: list(address('turn:', 'turns:'))
		.optional()
		.describe('addresses like turn:turn.example:3478, separated by commas'),
	TURN_SECRET: text.optional().describe("the TURN server's shared secret"),
	CALL_KEYS: z.enum(['post-quantum', 'classic']).default('post-quantum').describe('post-quantum or classic'),
	SFU_LISTEN_IP: z.union([z.ipv4(), z.ipv6()]).default('0.0.0.0').describe('an IP address'),
	SFU_ANNOUNCED_ADDRESS: text.optional().describe('the address at which browsers reach the media server'),
	SFU_PORT: port.optional().describe('a port from 1 to 65535'),
	DRAIN_SECONDS: z.coerce.number().int().min(0).max(86_400).default(30).describe('a number of seconds, at most a day'),
	MEDIASOUP_WORKER_BIN: text.optional().describe('the path of a mediasoup-worker'),
	LOG_LEVEL: z
		.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
		.default('info')
		.describe('fatal, error, warn, info, debug or silent'),
});
type Settings = z.output<typeof settings>;

/** How this Samtal is to run. Absent keys are settings that were not given. */
export type Env = ReturnType<typeof readEnv>;

/**
 * Reads all settings at once; nothing else in the server reads the environment. Makes the data folder,
 * and outside production the signing secret in it.
 * @throws StartError naming the setting and what is expected of it
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
	const given = parseSettings(source);
	refuseHalfGiven(given);
	if (given.NODE_ENV === 'production') requireForProduction(given);
	const dataDir = openDataDir(given.SAMTAL_DATA_DIR);
	return {
		mode: given.NODE_ENV,
		port: given.PORT,
		host: given.HOST,
		publicUrl: given.PUBLIC_URL,
		dataDir,
		/** Signs sessions and links. */
		secret: given.SAMTAL_SECRET ?? readOrCreateSecret(dataDir),
		databaseUrl: given.DATABASE_URL,
		stripe: stripeKeys(given),
		smtpUrl: given.SMTP_URL,
		mailFrom: given.MAIL_FROM,
		sms: smsAccount(given),
		turn: turnServer(given),
		/** What the keys of calls are made of. */
		keySuite: given.CALL_KEYS === 'classic' ? ('classic' as const) : ('postQuantum' as const),
		sfu: {
			listenIp: given.SFU_LISTEN_IP,
			announcedAddress: given.SFU_ANNOUNCED_ADDRESS,
			/** Port of the first media worker; the others take the next ones. Free ports when absent. */
			port: given.SFU_PORT,
			workerBin: given.MEDIASOUP_WORKER_BIN,
		},
		/** How long running calls may go on after the order to end. */
		drainSeconds: given.DRAIN_SECONDS,
		logLevel: given.LOG_LEVEL,
	};
}

/** The names of all settings with their defaults, for the table in the README. */
export const settingDefaults: ReadonlyMap<string, string> = new Map(
	Object.entries(settings.shape).map(([name, schema]) => [name, String(schema.safeParse(undefined).data ?? '')]),
);

function parseSettings(source: NodeJS.ProcessEnv): Settings {
	for (const name of Object.keys(source)) {
		if (name.startsWith('SAMTAL_') && !settingDefaults.has(name)) {
			const known = [...settingDefaults.keys()].filter((setting) => setting.startsWith('SAMTAL_'));
			throw new StartError(`There is no setting ${name}: correct or remove it (there are ${known.join(' and ')}).`);
		}
	}
	// Compose files pass a setting that was left out as an empty text.
	const parsed = settings.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')));
	if (parsed.success) return parsed.data;
	const name = settings.keyof().parse(parsed.error.issues[0]?.path[0]);
	throw new StartError(`${name} is not valid: expected ${settings.shape[name].description}.`);
}

function refuseHalfGiven(given: Settings): void {
	for (const group of [
		['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'],
		['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'SMS_FROM'],
		['TURN_URLS', 'TURN_SECRET'],
	] as const) {
		const missing = group.find((name) => given[name] === undefined);
		const present = group.find((name) => given[name] !== undefined);
		if (missing && present) throw new StartError(`${present} is given without ${missing}: give both, or neither.`);
	}
}

function requireForProduction(given: Settings): void {
	for (const [name, why] of [
		['SAMTAL_SECRET', 'it signs sessions and links'],
		['PUBLIC_URL', 'links in e-mails start with it'],
		['SMTP_URL', 'the mail stand-in is for trying Samtal only'],
	] as const) {
		if (given[name] === undefined) {
			throw new StartError(
				`${name} is required when NODE_ENV is production (${why}): expected ${settings.shape[name].description}.`,
			);
		}
	}
}

function stripeKeys(given: Settings) {
	const {
		STRIPE_SECRET_KEY: secretKey,
		STRIPE_PUBLISHABLE_KEY: publishableKey,
		STRIPE_WEBHOOK_SECRET: webhookSecret,
	} = given;
	return secretKey && publishableKey && webhookSecret ? { secretKey, publishableKey, webhookSecret } : undefined;
}

function turnServer({ TURN_URLS: urls, TURN_SECRET: secret }: Settings) {
	return urls && secret ? { urls, secret } : undefined;
}

function smsAccount({ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, SMS_FROM: from }: Settings) {
	return accountSid && authToken && from ? { accountSid, authToken, from } : undefined;
}
