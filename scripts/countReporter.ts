import type { Reporter, TestModule } from 'vitest/node';

/** Prints, last, how many tests passed and failed. A file that could not be loaded counts as one that failed. */
export default class CountReporter implements Reporter {
	onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<unknown>): void {
		let passed = 0;
		let failed = unhandledErrors.length;
		for (const module of modules) {
			if (module.errors().length > 0) failed += 1;
			for (const test of module.children.allTests()) {
				const { state } = test.result();
				if (state === 'passed') passed += 1;
				// One that never ran, because its set-up failed, has not passed.
				else if (state !== 'skipped' || test.options.mode === 'run') failed += 1;
			}
		}
		process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
	}
}
