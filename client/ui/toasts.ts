import { create } from 'zustand';
import { announce } from './announce.ts';
import type { NoticeTone } from './Notice.tsx';

export interface Toast {
	id: number;
	tone: NoticeTone;
	text: string;
}

interface ToastStore {
	toasts: readonly Toast[];
	dismiss: (id: number) => void;
}

const shownMs = 6_000;
let nextId = 1;

export const useToasts = create<ToastStore>((set) => ({
	toasts: [],
	dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((shown) => shown.id !== id) })),
}));

/** Shows a sentence at the lower edge for some seconds, and reads it out. */
export function toast(tone: NoticeTone, text: string): void {
	const id = nextId++;
	useToasts.setState(({ toasts }) => ({ toasts: [...toasts, { id, tone, text }] }));
	announce(text, tone === 'danger' ? 'assertive' : 'polite');
	setTimeout(() => useToasts.getState().dismiss(id), shownMs);
}
