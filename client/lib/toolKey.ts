import type { ToolName } from '../../shared/contract/signalling/notifications.ts';

/** Query key of a tool's data; without a tool, of all tools. What stands under it is read again on `toolChanged`. */
export const toolKey = (tool?: ToolName, ...rest: string[]) => ['tools', ...(tool ? [tool] : []), ...rest];
