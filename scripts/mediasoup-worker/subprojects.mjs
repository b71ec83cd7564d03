import { readFileSync } from 'node:fs';
import path from 'node:path';

const overlay = (file) => readFileSync(path.join(import.meta.dirname, 'overlay', file), 'utf8');
const stringOptions = (...names) =>
	names.map((name) => `option('${name}', type: 'string', value: 'disabled')\n`).join('');
const emptyLibrary = (variable) => `${variable} = static_library('${variable}_of_the_system', 'empty.c')`;
const headersOnly = (variable) =>
	`${variable} = declare_dependency(include_directories: include_directories('include'))`;

/** For each library that mediasoup bundles: Meson code with the same variables, answered by the system's library. */
const libraries = [
	{
		name: 'libuv',
		meson: ["libuv_dep = dependency('libuv')", emptyLibrary('libuv')],
		files: { 'meson_options.txt': stringOptions('build_tests', 'build_benchmarks') },
	},
	{
		name: 'openssl',
		meson: [
			"openssl_dep = dependency('openssl', version: '>=3.0')",
			emptyLibrary('libcrypto_lib'),
			'libssl_lib = libcrypto_lib',
		],
	},
	{
		name: 'libsrtp3',
		meson: [
			"libsrtp3_dep = declare_dependency(dependencies: dependency('libsrtp2'), include_directories: include_directories('include'))",
			emptyLibrary('libsrtp3'),
		],
		files: {
			'meson_options.txt': stringOptions('crypto-library', 'crypto-library-kdf', 'tests'),
			'include/srtp.h': overlay('srtp.h'),
		},
	},
	{
		name: 'unordered-dense',
		meson: [
			headersOnly('ankerl_unordered_dense_dep'),
			"meson.override_dependency('unordered_dense', ankerl_unordered_dense_dep)",
		],
		files: { 'include/ankerl/unordered_dense.h': overlay('unordered_dense.h') },
	},
	{
		name: 'flatbuffers',
		meson: ["flatbuffers_dep = dependency('flatbuffers')", emptyLibrary('flatbuffers_lib')],
	},
	{
		name: 'abseil-cpp',
		meson: [
			"absl_strings_dep = [dependency('absl_strings'), dependency('absl_optional'), dependency('absl_memory'), dependency('absl_bad_optional_access')]",
			'absl_types_dep = absl_strings_dep',
			'absl_container_dep = absl_strings_dep',
			emptyLibrary('absl_container_lib'),
		],
	},
];

/** Puts a stand-in where Meson would unpack each bundled library. */
export function substituteLibraries(source) {
	for (const { name, meson, files = {} } of libraries) {
		const [, directory] = /^directory\s*=\s*(\S+)/m.exec(source.read(`subprojects/${name}.wrap`));
		const put = (file, text) => source.write(`subprojects/${directory}/${file}`, text);
		put('meson.build', [`project('${name}', ['c', 'cpp'])`, ...meson, ''].join('\n'));
		put('empty.c', `int ${name.replace(/\W/g, '_')}_comes_from_the_system;\n`);
		for (const [file, text] of Object.entries(files)) put(file, text);
	}
}
