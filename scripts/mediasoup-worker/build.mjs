// Builds mediasoup-worker from the source in the `mediasoup` package against the distribution's own
// libraries, for machines that cannot download its prebuilt binary. Tried with mediasoup 3.27 on Debian 12.
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runQuiet } from '../setup/run.mjs';
import { say, SetupError } from '../setup/say.mjs';
import { adaptToSystem, compileFoldersAsUnits } from './adapt.mjs';
import { SourceTree } from './sourceTree.mjs';
import { substituteLibraries } from './subprojects.mjs';
import { requireTools } from './tools.mjs';

/** Builds the worker of the mediasoup `version` in `packageDir` and puts it at `binary`. Takes minutes. */
export async function buildWorker({ packageDir, version, binary }) {
	await requireTools();
	say('building the media worker from source (3 to 6 minutes, once per version) …');
	const folder = path.dirname(binary);
	mkdirSync(folder, { recursive: true });
	const work = mkdtempSync(path.join(folder, 'build-'));
	const cleanUp = () => rmSync(work, { recursive: true, force: true });
	process.once('exit', cleanUp);
	try {
		cpSync(path.join(packageDir, 'worker'), path.join(work, 'source'), { recursive: true });
		const source = new SourceTree(path.join(work, 'source'), version);
		substituteLibraries(source);
		adaptToSystem(source);
		compileFoldersAsUnits(source);
		await compile(source.folder, path.join(work, 'build'));
		renameSync(path.join(work, 'build', 'mediasoup-worker'), binary);
	} finally {
		cleanUp();
		process.off('exit', cleanUp);
	}
}

async function compile(source, build) {
	const options = ['--buildtype', 'release', '-Db_ndebug=true', '--wrap-mode=nodownload'];
	await step('meson', ['setup', ...options, build, source]);
	// The generated headers first: libwebrtc includes them without declaring that it needs them.
	await step('ninja', ['-C', build, 'fbs/FBS/common.h']);
	await step('ninja', ['-C', build, 'mediasoup-worker'], ninjaProgress());
}

async function step(program, args, onLine) {
	const { ok, output } = await runQuiet(program, args, { onLine });
	if (!ok) {
		throw new SetupError(
			`Building the media worker failed in "${program}": give the path of a built one in MEDIASOUP_WORKER_BIN. The end of its output follows.\n${output.slice(-2000)}`,
		);
	}
}

/** Reports every tenth of ninja's "[done/all]". */
function ninjaProgress() {
	let reported = 0;
	return (line) => {
		const [, done, all] = /^\[(\d+)\/(\d+)\]/.exec(line) ?? [];
		const tenth = Math.floor((10 * Number(done)) / Number(all));
		if (tenth > reported) {
			reported = tenth;
			say(`building the media worker … ${tenth * 10} %`);
		}
	};
}
