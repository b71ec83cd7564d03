// A media server with one room, in a process of its own. After SIGTERM it lets one more peer into that room, says so, and ends.
import { MediaServer } from '../MediaServer.ts';
import { quietLog } from './quietLog.ts';

const server = await MediaServer.create({ workers: 1, listenIp: '127.0.0.1', log: quietLog });
const room = await server.createRoom();
process.on('SIGTERM', async () => {
	const opened = await room.openPeer('a peer').then(
		() => 'opened',
		() => 'refused',
	);
	process.stdout.write(`${opened}\n`);
	await server.close();
});
process.stdout.write('ready\n');
