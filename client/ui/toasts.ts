import { create } from 'zustand';
import { announce } from './announce.ts';
import type { NoticeTone } from './Notice.tsx';

export interface Toast {
	id: number;
	tone: NoticeTone;
	text: string;
	action?: ToastAction | undefined;
	/** What it speaks of, where later news of the same take its place. */
	about?: string | undefined;
}

/** What can be done about it while it is shown. */
interface ToastAction {
	label: string;
	act: () => void;
}

interface ToastStore {
	toasts: readonly Toast[];
	dismiss: (id: number) => void;
}

const shownMs = 6_000;
/** Whoever wants to press something first has to find it. */
const shownWithActionMs = 12_000;
let nextId = 1;

export const useToasts = create<ToastStore>((set) => ({
	toasts: [],
	dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((shown) => shown.id !== id) })),
}));

/** Shows a sentence for some seconds, in place of the one `about` the same thing, and reads it out. */
export function toast(tone: NoticeTone, text: string, { action, about }: Pick<Toast, 'action' | 'about'> = {}): void {
	const id = nextId++;
	useToasts.setState(({ toasts }) => ({
		toasts: [
			...toasts.filter((before) => about === undefined || before.about !== about),
			{ id, tone, text, action, about },
		],
	}));
	announce(text, tone === 'danger' ? 'assertive' : 'polite');
	setTimeout(() => useToasts.getState().dismiss(id), action ? shownWithActionMs : shownMs);
}
