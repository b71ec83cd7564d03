/**
 * Says something to screen readers: `polite` after what is being read, `assertive` at once (somebody at the door).
 */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
	const region = regions[urgency] ?? createRegion(urgency);
	const line = document.createElement('p');
	line.textContent = text;
	region.append(line);
	// Long enough for a slow reader; a cleared region lets the same sentence be said again.
	setTimeout(() => line.remove(), 7_000);
}

const regions: Partial<Record<'polite' | 'assertive', HTMLElement>> = {};

function createRegion(urgency: 'polite' | 'assertive'): HTMLElement {
	const region = document.createElement('div');
	region.className = 'sr-only';
	region.setAttribute('aria-live', urgency);
	region.dataset['liveAnnouncer'] = 'true';
	document.body.append(region);
	regions[urgency] = region;
	return region;
}
