/** Where one side of a perfect negotiation stands when a description arrives. */
export interface NegotiationState {
	polite: boolean;
	makingOffer: boolean;
	signalingState: RTCSignalingState;
	settingRemoteAnswer: boolean;
}

/**
 * Whether an incoming description has to be ignored: an offer that crosses our own, on the side that does not yield; an
 * answer to an offer that was answered already, as one that may have been lost is sent again.
 * @see https://www.w3.org/TR/webrtc/#perfect-negotiation-example
 */
export function ignoresDescription(state: NegotiationState, type: RTCSdpType): boolean {
	if (type === 'answer') return state.signalingState !== 'have-local-offer';
	const readyForOffer = !state.makingOffer && (state.signalingState === 'stable' || state.settingRemoteAnswer);
	const collision = type === 'offer' && !readyForOffer;
	return !state.polite && collision;
}
