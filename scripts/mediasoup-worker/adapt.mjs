import path from 'node:path';

/** Changes what the distribution's versions of the tools and libraries need otherwise. */
export function adaptToSystem(source) {
	source.replace('meson.build', "meson_version: '>= 1.1.0'", "meson_version: '>= 1.0.0'");
	// The BIO callback answers 1 to every control call. An OpenSSL with kernel TLS, as Debian builds it, takes
	// that for "this BIO encrypts by itself", allocates no write buffer, and crashes in the first DTLS handshake.
	source.replace('src/RTC/DtlsTransport.cpp', '(operationType == BIO_CB_RETURN)', '(operationType & BIO_CB_RETURN)');
}

/** Folders whose files share no file-local names: each can be compiled as one unit, a third of the time less. */
const unitFolders = /^src\/RTC\/(SCTP\/(packet|rx|tx|public)|RTCP|RtpDictionaries)$/;

/** Replaces the files of each such folder by one file that includes them all. */
export function compileFoldersAsUnits(source) {
	let meson = source.read('meson.build');
	const folders = new Map();
	for (const [, file] of meson.matchAll(/^ {2}'(src\/[^']+\.cpp)',$/gm)) {
		const folder = path.posix.dirname(file);
		if (unitFolders.test(folder)) folders.set(folder, [...(folders.get(folder) ?? []), file]);
	}
	for (const [folder, files] of folders) {
		const unit = `src/unit_${folder.slice('src/'.length).replaceAll('/', '_')}.cpp`;
		source.write(unit, includeAll(files));
		files.forEach((file, index) => {
			meson = meson.replace(`  '${file}',\n`, index === 0 ? `  '${unit}',\n` : '');
		});
	}
	source.write('meson.build', meson);
}

function includeAll(files) {
	// Explicit template specialisations have to stand before their first use.
	const isFirst = (file) => Number(file.endsWith('/Feedback.cpp'));
	return files
		.toSorted((a, b) => isFirst(b) - isFirst(a))
		.map((file) => `#include "${file.slice('src/'.length)}"\n#undef MS_CLASS\n`)
		.join('');
}
