import { runQuiet } from '../setup/run.mjs';
import { SetupError } from '../setup/say.mjs';

/** What the build needs, each with the Debian package that has it. */
const programs = {
	'c++': 'g++',
	meson: 'meson',
	ninja: 'ninja-build',
	'pkg-config': 'pkg-config',
	flatc: 'flatbuffers-compiler',
};
const libraries = {
	libuv: 'libuv1-dev',
	openssl: 'libssl-dev',
	libsrtp2: 'libsrtp2-dev',
	flatbuffers: 'libflatbuffers-dev',
	absl_strings: 'libabsl-dev',
};

/** @throws SetupError naming the Debian packages to install */
export async function requireTools() {
	const missing = [];
	for (const [program, debianPackage] of Object.entries(programs)) {
		if (!(await runQuiet(program, ['--version'])).ok) missing.push(debianPackage);
	}
	const canAsk = !missing.includes('pkg-config');
	for (const [library, debianPackage] of Object.entries(libraries)) {
		if (!canAsk || !(await runQuiet('pkg-config', ['--exists', library])).ok) missing.push(debianPackage);
	}
	if (missing.length > 0) {
		throw new SetupError(
			`The media worker could not be downloaded, and building it needs more: run "apt-get install ${missing.join(' ')}" (or your system's equivalent), then start again.`,
		);
	}
}
