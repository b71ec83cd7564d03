/** The looks that menus, selects and combo boxes share. */
export const popoverStyle =
	'bg-surface border-line shadow-float animate-appear min-w-(--trigger-width) max-w-[calc(100vw-1rem)] overflow-auto rounded-box border p-1';

export const itemStyle =
	'text-ink flex min-h-11 cursor-pointer items-center gap-2.5 rounded-inner px-3 py-1.5 text-body outline-none select-none ' +
	'data-focused:bg-sunken data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus ' +
	'data-disabled:opacity-50 [&_svg]:size-5 [&_svg]:shrink-0';
