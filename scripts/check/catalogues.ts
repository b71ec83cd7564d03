type Texts = { readonly [key: string]: string | Texts };

const pluralSuffix = /_(zero|one|two|few|many|other)$/;
const placeholder = /\{\{\s*([\w.]+)/g;

/** What is wrong with the catalogues of one namespace (language → texts), as lines for people; empty when all is well. */
export function compareCatalogues(namespace: string, catalogues: ReadonlyMap<string, Texts>): string[] {
	const flat = new Map([...catalogues].map(([language, texts]) => [language, flatten(texts)]));
	const everyKey = new Set([...flat.values()].flatMap((texts) => [...texts.keys()].map(withoutPlural(texts))));
	return [...flat].flatMap(([language, texts]) =>
		[...everyKey].flatMap((key) => [
			...missingForms(key, language, texts).map((form) => `${language}/${namespace}: "${form}" is missing`),
			...otherPlaceholders(key, texts, flat).map((name) => `${language}/${namespace}: "${key}" lacks {{${name}}}`),
		]),
	);
}

function flatten(texts: Texts, prefix = ''): Map<string, string> {
	const entries = Object.entries(texts).flatMap(([key, value]): [string, string][] =>
		typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
	);
	return new Map(entries.filter(([, text]) => text.trim() !== ''));
}

/** A suffix means a plural only where the form `other` exists, which every language has. */
const withoutPlural = (texts: ReadonlyMap<string, string>) => (key: string) => {
	const base = key.replace(pluralSuffix, '');
	return texts.has(`${base}_other`) ? base : key;
};

function missingForms(key: string, language: string, texts: ReadonlyMap<string, string>): string[] {
	if (texts.has(key)) return [];
	const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
	const forms = categories.map((category) => `${key}_${category}`).filter((form) => !texts.has(form));
	// None at all: it is not known whether the key is a plural, so the plain name is the clearer one.
	return forms.length === categories.length ? [key] : forms;
}

/** Placeholders that this key has in some other language but not in this one; a form such as "one" may do without the count. */
function otherPlaceholders(
	key: string,
	texts: ReadonlyMap<string, string>,
	all: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string[] {
	const inOwn = placeholders(key, texts);
	if (inOwn === undefined) return [];
	const inAll = [...all.values()].flatMap((other) => [...(placeholders(key, other) ?? [])]);
	return [...new Set(inAll)].filter((name) => !inOwn.has(name));
}

function placeholders(key: string, texts: ReadonlyMap<string, string>): Set<string> | undefined {
	const text = texts.get(key) ?? texts.get(`${key}_other`);
	return text === undefined ? undefined : new Set([...text.matchAll(placeholder)].map(([, name]) => name ?? ''));
}
