import type { ToolName } from '../../../../shared/contract/signalling/notifications.ts';

/** Passes on that a tool's data changed in the backend. */
export class ToolNews {
	readonly #listeners = new Set<{ tool: ToolName; listener: () => void }>();

	/** Answers how to stop. */
	readonly listen = (tool: ToolName, listener: () => void): (() => void) => {
		const entry = { tool, listener };
		this.#listeners.add(entry);
		return () => void this.#listeners.delete(entry);
	};

	tell(tool: ToolName): void {
		for (const entry of this.#listeners) if (entry.tool === tool) entry.listener();
	}
}
