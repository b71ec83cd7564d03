import { expect, test } from 'vitest';
import { ignoresDescription, type NegotiationState } from './negotiation.ts';

const calm: NegotiationState = {
	polite: false,
	makingOffer: false,
	signalingState: 'stable',
	settingRemoteAnswer: false,
};

test.each<[string, Partial<NegotiationState>, RTCSdpType, boolean]>([
	['an offer in calm is taken', {}, 'offer', false],
	['the impolite side ignores an offer that crosses its own in the making', { makingOffer: true }, 'offer', true],
	['… or its own that is out', { signalingState: 'have-local-offer' }, 'offer', true],
	['the polite side yields to an offer that crosses', { polite: true, makingOffer: true }, 'offer', false],
	['… also when its own is out', { polite: true, signalingState: 'have-local-offer' }, 'offer', false],
	['an answer to our offer is taken', { signalingState: 'have-local-offer' }, 'answer', false],
	['… and ignored when it comes again', {}, 'answer', true],
	[
		'an offer that comes while the answer to ours is being set does not cross it',
		{ signalingState: 'have-local-offer', settingRemoteAnswer: true },
		'offer',
		false,
	],
	[
		'… unless another offer of ours is in the making',
		{ signalingState: 'have-local-offer', settingRemoteAnswer: true, makingOffer: true },
		'offer',
		true,
	],
])('%s', (_, state, type, ignored) => {
	expect(ignoresDescription({ ...calm, ...state }, type)).toBe(ignored);
});
