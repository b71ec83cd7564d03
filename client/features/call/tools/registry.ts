import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { ToolName } from '../../../../shared/contract/signalling/notifications.ts';
import type { ToolRole } from './context.tsx';
import { bookingTool } from './booking/tool.ts';
import { notesTool } from './notes/tool.ts';
import { paymentsTool } from './payments/tool.ts';

/** What one role sees of a tool. All of it is loaded when first shown. */
export interface ToolSide {
	/** The tool itself, in the panel. */
	View: ComponentType;
	/** One line on the tool's card while it is in use; renders nothing otherwise. */
	State?: ComponentType;
	/** What this side must see or act on with the panel closed; renders nothing otherwise. */
	Card?: ComponentType;
}

/**
 * One tool of the call. Its words are `<id>.title.<role>` and `<id>.sentence.<role>` in the `tools` catalogue;
 * a role without a side does not see the tool.
 */
export interface Tool {
	id: ToolName;
	icon: LucideIcon;
	sides: Partial<Record<ToolRole, ToolSide>>;
	/** The clinic's add-on without which hosts do not get it. */
	addOn?: 'payments';
}

/** Every tool, in the panel's order. A new tool is a folder and a line here. */
export const tools: readonly Tool[] = [paymentsTool, bookingTool, notesTool];
