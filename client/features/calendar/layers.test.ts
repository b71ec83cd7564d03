import { expect, it } from 'vitest';
import { layersOf, shownIn } from './layers.ts';

const person = (id: string) => ({ id, name: id });
const visit = (professional: string, office: string) => ({
	id: `${professional} at ${office}`,
	office: { ...person(office), kind: 'VIDEO' as const },
	professional: person(professional),
});
const visits = [visit('Berta', 'Video'), visit('Anna', 'Street'), visit('Carl', 'Video'), visit('Anna', 'Video')];

it('names each colleague and each office once, the viewer first', () => {
	const layers = layersOf(visits, 'Carl');
	expect(layers.map(({ name }) => name)).toEqual(['Carl', 'Anna', 'Berta', 'Street', 'Video']);
	expect(layers.slice(0, 3).map(({ colour }) => colour)).toEqual([0, 1, 2]);
});

it('shows what neither a hidden colleague nor a hidden office has', () => {
	const ids = shownIn(visits, new Set(['Anna', 'Street'])).map(({ id }) => id);
	expect(ids).toEqual(['Berta at Video', 'Carl at Video']);
	expect(shownIn(visits, new Set())).toEqual(visits);
});
