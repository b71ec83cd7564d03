import type { z } from 'zod';
import { parse } from '../../shared/contract/result.ts';
import {
	callRequests,
	type CallRequestData,
	type CallRequestName,
	type CallResponse,
} from '../../shared/contract/signalling/requests.ts';

/** Answers one kind of request; takes what the socket brought, as it came. */
export type Handler = (input: unknown) => Promise<unknown>;

/** Some of a peer's powers: the requests that it may make, each with its handler. */
export type Capability = readonly (readonly [CallRequestName, Handler])[];

/** The contract, seen so that a name and its data stay together. */
const requests: { [N in CallRequestName]: { data: z.ZodType<CallRequestData<N>> } } = callRequests;

/** Binds a request of the contract to what is done for it. @throws SamtalError `VALIDATION`. */
export const handle = <N extends CallRequestName>(
	name: N,
	run: (data: CallRequestData<N>) => CallResponse<N> | Promise<CallResponse<N>>,
): readonly [CallRequestName, Handler] => [name, async (input) => run(parse(requests[name].data, input, 'data'))];
