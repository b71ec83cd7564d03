import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnv, settingDefaults } from './env.ts';

let dataDir: string;
beforeEach(() => {
	dataDir = mkdtempSync(path.join(os.tmpdir(), 'samtal-env-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const production = {
	NODE_ENV: 'production',
	SAMTAL_SECRET: 'x'.repeat(32),
	PUBLIC_URL: 'https://clinic.example',
	STRIPE_SECRET_KEY: 'sk_live_1',
	STRIPE_PUBLISHABLE_KEY: 'pk_live_1',
	STRIPE_WEBHOOK_SECRET: 'whsec_1',
	SMTP_URL: 'smtps://mail.example',
};
const read = (source: NodeJS.ProcessEnv) => readEnv({ SAMTAL_DATA_DIR: dataDir, ...source });

describe('readEnv', () => {
	it('needs no setting at all, and takes an empty one as not given', () => {
		expect(read({ PORT: '', DATABASE_URL: '' })).toMatchObject({ mode: 'development', port: 3000, logLevel: 'info' });
	});

	it('splits lists and groups what belongs together', () => {
		expect(read({ TURN_URLS: 'turn:a.example:3478, turns:a.example:5349', TURN_SECRET: 's' }).turn).toEqual({
			urls: ['turn:a.example:3478', 'turns:a.example:5349'],
			secret: 's',
		});
	});

	it.each([
		[{ PORT: 'abc' }, 'PORT is not valid: expected a port from 1 to 65535.'],
		[{ PORT: '70000' }, 'PORT is not valid'],
		[{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is not valid: expected an address like postgresql://'],
		[{ TURN_URLS: 'turn:a,http://b', TURN_SECRET: 's' }, 'TURN_URLS is not valid'],
		[{ STRIPE_SECRET_KEY: 'pk_test' }, 'STRIPE_SECRET_KEY is not valid: expected a key that starts with sk_ or rk_.'],
		[{ STRIPE_SECRET_KEY: 'sk_test' }, 'STRIPE_SECRET_KEY is given without STRIPE_PUBLISHABLE_KEY'],
		[{ TURN_SECRET: 's' }, 'TURN_SECRET is given without TURN_URLS'],
		[{ SAMTAL_DATADIR: 'x' }, 'There is no setting SAMTAL_DATADIR'],
		[{ SAMTAL_SECRET: 'short' }, 'SAMTAL_SECRET is not valid: expected at least 32 characters.'],
		[{ NODE_ENV: 'prod' }, 'NODE_ENV is not valid: expected development, test or production.'],
	])('refuses %j by name, in one line', (source, message) => {
		expect(() => read(source)).toThrow(message);
		expect(() => read(source)).toThrow(/^[^\n]+$/);
	});

	it('never repeats a value, which may be a secret', () => {
		expect(() => read({ STRIPE_SECRET_KEY: 'whoops-1234' })).toThrow(/^(?!.*whoops)/);
	});

	it.each(['SAMTAL_SECRET', 'PUBLIC_URL', 'SMTP_URL'])('needs %s in production', (name) => {
		expect(read(production).mode).toBe('production');
		expect(() => read({ ...production, [name]: '' })).toThrow(`${name} is required`);
	});

	it('makes a secret once, for its owner alone', () => {
		const { secret } = read({});
		expect(secret).toMatch(/^[0-9a-f]{64}$/);
		expect(read({}).secret).toBe(secret);
		expect(statSync(path.join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
		expect(read({ SAMTAL_SECRET: 'y'.repeat(40) }).secret).toBe('y'.repeat(40));
	});

	it('says what to do when the data folder cannot be written', () => {
		const file = path.join(dataDir, 'file');
		writeFileSync(file, '');
		expect(() => read({ SAMTAL_DATA_DIR: path.join(file, 'data') })).toThrow(
			/^The data folder .*cannot be written \(ENOTDIR\): .*SAMTAL_DATA_DIR\.$/,
		);
	});
});

describe('the configuration table of the README', () => {
	it('names every setting with its default, and no other', () => {
		const readme = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
		const rows = readme.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)? ?\|/gm);
		expect(new Map([...rows].map(([, name, value]) => [name, value ?? '']))).toEqual(settingDefaults);
	});
});
