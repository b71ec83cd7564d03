/**
 * The looks that menus, selects and combo boxes share. They go at once: react-aria lets one that leaves stay until its
 * animation ends, and a press in that time would hit it in place of what is behind.
 */
export const popoverStyle =
	'bg-surface border-line shadow-float animate-appear data-exiting:animate-none min-w-(--trigger-width) max-w-[calc(100vw-1rem)] overflow-auto rounded-box border p-1';

export const itemStyle =
	'text-ink flex min-h-11 cursor-pointer items-center gap-2.5 rounded-inner px-3 py-1.5 text-body outline-none select-none ' +
	'data-focused:bg-sunken data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus ' +
	'data-disabled:opacity-50 [&_svg]:size-5 [&_svg]:shrink-0';
