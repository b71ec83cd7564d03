import type { ToolName } from '../../../../shared/contract/signalling/notifications.ts';

/** Who wants to hear that a tool's data changed in the backend. */
export class ToolListeners {
	readonly #listeners = new Set<{ tool: ToolName; listener: () => void }>();

	/** Answers how to stop. */
	readonly add = (tool: ToolName, listener: () => void): (() => void) => {
		const entry = { tool, listener };
		this.#listeners.add(entry);
		return () => void this.#listeners.delete(entry);
	};

	tell(tool: ToolName): void {
		for (const entry of this.#listeners) if (entry.tool === tool) entry.listener();
	}
}
