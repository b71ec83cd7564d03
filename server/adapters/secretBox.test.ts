import { expect, it } from 'vitest';
import { createSecretBox } from './secretBox.ts';

const box = createSecretBox('s'.repeat(32));

it('gives back what it was given, and never the same bytes twice', () => {
	const sealed = box.seal('sk_live_þögn', 'acct_1');
	expect(box.open(sealed, 'acct_1')).toBe('sk_live_þögn');
	expect(Buffer.from(sealed).toString('latin1')).not.toContain('sk_live');
	expect(box.seal('sk_live_þögn', 'acct_1')).not.toEqual(sealed);
});

it('stays closed for another name, under another secret, and when a byte was changed', () => {
	const sealed = box.seal('sk_live_1', 'acct_1');
	expect(box.open(sealed, 'acct_2')).toBeNull();
	expect(createSecretBox('t'.repeat(32)).open(sealed, 'acct_1')).toBeNull();
	for (const at of [0, 15, sealed.length - 1]) {
		const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
		expect(box.open(changed, 'acct_1'), `byte ${at}`).toBeNull();
	}
	expect(box.open(sealed.subarray(0, 10), 'acct_1')).toBeNull();
});
