import { createApi } from './api.ts';

/** The signed-in professional's REST client; the session is a cookie. */
export const memberApi = createApi({ fetch: (...request) => fetch(...request) });
