import type { Actor } from '../../http/actors.ts';

/** Everybody who works at a clinic sees its clients, and nobody else's. */
export const visibleClients = (actor: Actor) => ({ clinicId: actor.clinicId });
