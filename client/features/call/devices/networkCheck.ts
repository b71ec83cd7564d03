export type NetworkState = 'checking' | 'good' | 'blocked';

const patienceMs = 6_000;

/**
 * Whether this browser may open connections for calls at all: a first ICE candidate comes where neither an extension
 * nor a policy forbids WebRTC. What the network itself lets through shows once the call gives its relay servers.
 */
export async function checkNetwork(): Promise<Exclude<NetworkState, 'checking'>> {
	const connection = new RTCPeerConnection();
	try {
		const gathered = new Promise<boolean>((resolve) => {
			connection.addEventListener('icecandidate', ({ candidate }) => candidate?.candidate && resolve(true));
			connection.addEventListener('icegatheringstatechange', () => {
				if (connection.iceGatheringState === 'complete') resolve(false);
			});
			setTimeout(() => resolve(false), patienceMs);
		});
		connection.createDataChannel('check');
		await connection.setLocalDescription();
		return (await gathered) ? 'good' : 'blocked';
	} catch {
		return 'blocked';
	} finally {
		connection.close();
	}
}
