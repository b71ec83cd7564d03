import type { ChatMessage } from '../shared/contract/signalling/peer.ts';

const kept = 200;

/** What was said lately, for those who come later or come back. It ends with the room. */
export class ChatLog {
	#messages: ChatMessage[] = [];

	get messages(): ChatMessage[] {
		return [...this.#messages];
	}

	add(message: ChatMessage): void {
		this.#messages = [...this.#messages, message].slice(-kept);
	}
}
