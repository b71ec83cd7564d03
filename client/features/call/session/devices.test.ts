import { expect, test } from 'vitest';
import { captureConstraints, deviceFailure } from './devices.ts';

test.each([
	[new DOMException('Permission denied', 'NotAllowedError'), 'denied'],
	[new DOMException('Permission denied by system', 'NotAllowedError'), 'deniedBySystem'],
	[new DOMException('', 'SecurityError'), 'denied'],
	[new DOMException('Requested device not found', 'NotFoundError'), 'notFound'],
	[new DOMException('', 'OverconstrainedError'), 'notFound'],
	[new DOMException('Could not start video source', 'NotReadableError'), 'inUse'],
	[new DOMException('', 'AbortError'), 'inUse'],
	[new TypeError('what'), 'unknown'],
	['no error at all', 'unknown'],
])('%s means %s', (error, failure) => {
	expect(deviceFailure(error)).toBe(failure);
});

test('a remembered device is preferred, not demanded: when it is gone the default still opens', () => {
	expect(captureConstraints('camera', 'desk')).toMatchObject({ deviceId: { ideal: 'desk' } });
	expect(captureConstraints('mic', null)).not.toHaveProperty('deviceId');
});
