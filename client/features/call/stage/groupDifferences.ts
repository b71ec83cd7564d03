import type { EncryptionState } from '../session/state.ts';

type Person = EncryptionState['members'][number];

/**
 * Where those who have the call's keys and those on the list of people are not the same, as names. `strangers` have
 * the keys without being on the list, or under another name; `missing` are on the list without keys.
 */
export function groupDifferences(members: readonly Person[], roster: readonly Person[]) {
	const isIn = (people: readonly Person[], { peerId, name }: Person) =>
		people.some((person) => person.peerId === peerId && person.name === name);
	return {
		strangers: members.filter((member) => !isIn(roster, member)).map(({ name }) => name),
		missing: roster.filter((person) => !isIn(members, person)).map(({ name }) => name),
	};
}
