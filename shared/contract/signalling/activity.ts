import { z } from 'zod';

/**
 * How a call is encrypted, as a host's device shows it; the server cannot see it. `postQuantum`, `classic`: from device
 * to device, with keys of that kind. `lowered`: not from device to device any more, as a host ordered.
 * `notSecured`: the device warns of it.
 */
export const encryptionState = z.enum(['postQuantum', 'classic', 'lowered', 'notSecured']);
export type EncryptionState = z.infer<typeof encryptionState>;
