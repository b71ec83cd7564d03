import ts from 'typescript';

/** Attributes whose value a person reads or hears. */
const readAttributes = new Set([
	...['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'aria-valuetext', 'description'],
	...['errorMessage', 'heading', 'hint', 'label', 'placeholder', 'title'],
]);

/** Texts in JSX that do not come from a catalogue, as `file:line: text`. */
export function findLiterals(fileName: string, code: string): string[] {
	const source = ts.createSourceFile(fileName, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		const text = readText(node);
		if (text !== undefined && /\p{L}/u.test(text)) {
			const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
			found.push(`${fileName}:${line + 1}: ${JSON.stringify(text.trim())} is not in a catalogue`);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** The text that this node itself shows, if it is one that is written out in the code. */
function readText(node: ts.Node): string | undefined {
	if (ts.isJsxText(node)) return node.text;
	if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return literal(node.expression);
	if (ts.isJsxAttribute(node) && readAttributes.has(node.name.getText())) {
		const { initializer } = node;
		return literal(initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer);
	}
	return undefined;
}

const literal = (node: ts.Node | undefined): string | undefined =>
	node && ts.isStringLiteralLike(node) ? node.text : undefined;
