import { z } from 'zod';
import { errorBody } from './errorTable.ts';
import { errorSchema, SamtalError, type ErrorBody } from './errors.ts';

/** The envelope of every answer, over HTTP and over the socket alike. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: ErrorBody };

export const resultSchema = <T extends z.ZodType>(data: T) =>
	z.discriminatedUnion('ok', [
		z.object({ ok: z.literal(true), data }),
		z.object({ ok: z.literal(false), error: errorSchema }),
	]);

export const success = <T>(data: T): Result<T> => ({ ok: true, data });

export const failure = (error: SamtalError): Result<never> => ({ ok: false, error: errorBody(error) });

/** The problems that zod found, as `VALIDATION`; `part` names what was parsed (`body`, `query` …). */
const validationError = (error: z.ZodError, part: string): SamtalError =>
	new SamtalError('VALIDATION', {
		issues: error.issues.map((issue) => ({
			path: [part, ...issue.path.map(String)].join('.'),
			message: issue.message,
		})),
	});

/** Parses what came from outside. @throws SamtalError `VALIDATION` naming every field that is wrong. */
export function parse<T extends z.ZodType>(schema: T, input: unknown, part: string): z.output<T> {
	const parsed = schema.safeParse(input);
	if (!parsed.success) throw validationError(parsed.error, part);
	return parsed.data;
}
