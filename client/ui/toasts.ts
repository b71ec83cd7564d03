import { create } from 'zustand';
import { announce } from './announce.ts';
import type { NoticeTone } from './Notice.tsx';

export interface Toast {
	id: number;
	tone: NoticeTone;
	text: string;
	action?: ToastAction | undefined;
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

/** Shows a sentence at the lower edge for some seconds, and reads it out. */
export function toast(tone: NoticeTone, text: string, action?: ToastAction): void {
	const id = nextId++;
	useToasts.setState(({ toasts }) => ({ toasts: [...toasts, { id, tone, text, action }] }));
	announce(text, tone === 'danger' ? 'assertive' : 'polite');
	setTimeout(() => useToasts.getState().dismiss(id), action ? shownWithActionMs : shownMs);
}
