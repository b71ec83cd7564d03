import type { Member, RosterChange } from './roster.ts';

/** Why bytes are not taken. None of them changes the group. */
type Refusal =
	/** Too large, or not a message of this kind. */
	| 'malformed'
	/** Of another call or group. */
	| 'foreign'
	/** Changed on its way, made by somebody outside, for somebody else, or seen before. */
	| 'notAuthentic'
	/** Genuine, but does what no member may do. */
	| 'forbidden'
	/** A key package that nobody can be added with. */
	| 'badKeyPackage'
	/** An own commit still waits for its place in the order. */
	| 'pending'
	/** We are no member any more. */
	| 'removed';

export interface Refused {
	refused: Refusal;
}

/** What a message from the server did. */
export type Received =
	/** The next epoch: others are in the group, or the keys are new. `own` when this was our own commit. */
	| ({ kind: 'changed'; epoch: bigint; by: Member; own: boolean } & RosterChange)
	/** A commit took us out of the group, which ends here. */
	| { kind: 'removed'; by: Member }
	| { kind: 'message'; from: Member; bytes: Uint8Array }
	/** Of an epoch that is over; nothing is lost with a commit that came too late, its author makes another. */
	| { kind: 'late' }
	/** Of an epoch that we have not reached: a commit was lost on the way to us, and we have to be added again. */
	| { kind: 'outOfStep' }
	| { kind: 'refused'; reason: Refusal };
