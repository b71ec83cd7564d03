import type { CallStateWriter } from './CallStateWriter.ts';
import type { CallState, Panel } from './state.ts';

/** How this person looks at the call. Nobody else hears of it. */
export class CallView {
	readonly #writer: CallStateWriter;

	constructor(writer: CallStateWriter) {
		this.#writer = writer;
	}

	arrange(view: CallState['view']): void {
		this.#writer.setNow({ view });
	}

	/** Keeps one person large; `null` follows who speaks again. */
	pin(pinnedPeerId: string | null): void {
		this.#writer.setNow({ pinnedPeerId });
	}

	/** Opens a panel, or closes what is open with `null`. Messages count as read while the chat is open. */
	showPanel(panel: Panel | null): void {
		this.#writer.setNow({ panel, ...(panel === 'chat' && { unreadChat: 0 }) });
	}

	dismissNotice(id: number): void {
		this.#writer.setNow({ notices: this.#writer.state.notices.filter((notice) => notice.id !== id) });
	}
}
