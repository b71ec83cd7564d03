import { createElement, Fragment, type ReactNode } from 'react';
import type { DocumentNode, NoteDocument } from '../../shared/contract/notes.ts';

/** Rich text, read only: the nodes of the contract as plain elements. */
export const DocumentView = ({ document }: { document: NoteDocument }) => (
	<div className="flex flex-col gap-2 break-words [&_li]:ml-5">{renderAll(document.content)}</div>
);

const renderAll = (nodes: readonly DocumentNode[] | undefined): ReactNode =>
	createElement(Fragment, null, ...(nodes ?? []).map((node) => createElement(NodeView, { node })));

function NodeView({ node }: { node: DocumentNode }): ReactNode {
	const inner = renderAll(node.content);
	switch (node.type) {
		case 'paragraph':
			return <p className="min-h-6 whitespace-pre-wrap">{inner}</p>;
		case 'heading':
			// The page's own headings stand above: a note's begin at the third level.
			return node.attrs?.level === 1 ? (
				<h3 className="text-title font-semibold">{inner}</h3>
			) : (
				<h4 className="font-semibold">{inner}</h4>
			);
		case 'bulletList':
			return <ul className="list-disc">{inner}</ul>;
		case 'orderedList':
			return (
				<ol start={node.attrs?.start ?? 1} className="list-decimal">
					{inner}
				</ol>
			);
		case 'listItem':
			return <li>{inner}</li>;
		case 'blockquote':
			return <blockquote className="border-edge text-muted border-l-2 pl-3">{inner}</blockquote>;
		case 'horizontalRule':
			return <hr className="border-line" />;
		case 'hardBreak':
			return <br />;
		case 'text':
			return (node.marks ?? []).reduce<ReactNode>((content, mark) => wrap(content, mark.type), node.text ?? '');
	}
}

function wrap(content: ReactNode, mark: 'bold' | 'italic' | 'underline' | 'strike'): ReactNode {
	switch (mark) {
		case 'bold':
			return <strong>{content}</strong>;
		case 'italic':
			return <em>{content}</em>;
		case 'underline':
			return <u>{content}</u>;
		case 'strike':
			return <s>{content}</s>;
	}
}
