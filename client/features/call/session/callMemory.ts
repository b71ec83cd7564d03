import { z } from 'zod';
import type { ChatMessage } from './state.ts';

const devicesSchema = z.object({ mic: z.boolean(), camera: z.boolean() });
type DevicesOn = z.infer<typeof devicesSchema>;
const chatSchema = z.array(
	z.object({ id: z.string(), name: z.string(), own: z.boolean(), text: z.string(), sentAt: z.string() }),
);

const keptMessages = 200;

/**
 * What one tab remembers of one visit, so that a reload goes straight back to where the person was. It ends with the
 * tab: on a shared computer nobody else comes back in.
 */
export interface CallMemory {
	entered(): boolean;
	setEntered(entered: boolean): void;
	/** Which devices were on; a camera that was turned off stays off after a reload. */
	devices(): DevicesOn;
	setDevices(on: DevicesOn): void;
	/** With it a page that is loaded again comes back as the same peer; `null` before the first time. */
	resumeToken(): string | null;
	setResumeToken(token: string | null): void;
	/** Whether a host has lowered the call's encryption: for this tab it rises again only when the call has ended. */
	lowered(): boolean;
	setLowered(lowered: boolean): void;
	/** What was written in the call, which nobody else can tell this device again. */
	chat(): ChatMessage[];
	setChat(chat: readonly ChatMessage[]): void;
}

/** @param storage `sessionStorage` */
export function createCallMemory(storage: Storage, appointmentId: string): CallMemory {
	const key = (name: string) => `samtal.${name}.${appointmentId}`;
	const write = (name: string, value: string | null) =>
		value === null ? storage.removeItem(key(name)) : storage.setItem(key(name), value);
	return {
		entered: () => storage.getItem(key('entered')) !== null,
		setEntered: (entered) => write('entered', entered ? 'yes' : null),
		devices: () => devicesSchema.catch({ mic: true, camera: true }).parse(readJson(storage.getItem(key('devices')))),
		setDevices: (on) => write('devices', JSON.stringify(on)),
		resumeToken: () => storage.getItem(key('token')),
		setResumeToken: (token) => write('token', token),
		lowered: () => storage.getItem(key('lowered')) !== null,
		setLowered: (lowered) => write('lowered', lowered ? 'yes' : null),
		chat: () => chatSchema.catch([]).parse(readJson(storage.getItem(key('chat')))),
		setChat: (chat) => write('chat', chat.length === 0 ? null : JSON.stringify(chat.slice(-keptMessages))),
	};
}

function readJson(text: string | null): unknown {
	try {
		return JSON.parse(text ?? 'null');
	} catch {
		return null;
	}
}
