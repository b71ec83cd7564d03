import express, { type Router } from 'express';

export interface HealthReport {
	/** False while something that every request needs does not answer, and while no new calls are taken. */
	ready: boolean;
	[part: string]: unknown;
}

/** `/healthz` says what works and what does not, without any personal data; 503 while not ready. */
export function healthRoutes(report: () => Promise<HealthReport>): Router {
	const router = express.Router();
	router.get('/healthz', async (_request, response) => {
		const health = await report();
		response
			.status(health.ready ? 200 : 503)
			.set('Cache-Control', 'no-store')
			.json(health);
	});
	return router;
}
