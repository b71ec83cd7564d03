import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { z } from 'zod';
import type { Arrived, Flow } from './traffic-process.ts';

const arrivedSchema: z.ZodType<Arrived> = z.object({ sent: z.number(), received: z.number(), p99Ms: z.number() });

/** One camera and many receivers, outside the measured processes. */
export interface Traffic {
	/** Where the copies may be sent: UDP ports on 127.0.0.1. */
	sinkPorts: number[];
	/** Sends for a while, and answers when all that comes has come. */
	run(flow: Flow): Promise<Arrived>;
	close(): void;
}

export async function startTraffic(): Promise<Traffic> {
	const child = fork(path.join(import.meta.dirname, 'traffic-process.ts'));
	const next = async (): Promise<unknown> => {
		const [message]: unknown[] = await once(child, 'message');
		return message;
	};
	const sinkPorts = z.array(z.number()).parse(await next());
	return {
		sinkPorts,
		run: async (flow) => {
			const arrived = next();
			child.send(flow);
			return arrivedSchema.parse(await arrived);
		},
		close: () => child.disconnect(),
	};
}
