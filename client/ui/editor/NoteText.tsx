import type { ReactNode } from 'react';
import type { DocumentNode, NoteDocument } from '../../../shared/contract/notes.ts';
import './editor.css';

/** A note to read. The nodes become elements here, so no HTML of anybody's is ever inserted. */
export const NoteText = ({ document }: { document: NoteDocument }) => (
	<div className="note-text">{document.content.map(drawNode)}</div>
);

function drawNode(node: DocumentNode, key: number): ReactNode {
	const children = node.content?.map(drawNode);
	switch (node.type) {
		case 'text':
			return <span key={key}>{drawMarks(node)}</span>;
		case 'hardBreak':
			return <br key={key} />;
		case 'horizontalRule':
			return <hr key={key} />;
		case 'heading':
			return drawHeading(node, key, children);
		case 'bulletList':
			return <ul key={key}>{children}</ul>;
		case 'orderedList':
			return (
				<ol key={key} start={node.attrs?.start ?? 1}>
					{children}
				</ol>
			);
		case 'listItem':
			return <li key={key}>{children}</li>;
		case 'blockquote':
			return <blockquote key={key}>{children}</blockquote>;
		case 'paragraph':
			// An empty paragraph is a line that the writer left free.
			return <p key={key}>{children ?? <br />}</p>;
	}
}

function drawHeading(node: DocumentNode, key: number, children: ReactNode): ReactNode {
	switch (node.attrs?.level) {
		case 1:
			return <h1 key={key}>{children}</h1>;
		case 2:
			return <h2 key={key}>{children}</h2>;
		default:
			return <h3 key={key}>{children}</h3>;
	}
}

const drawMarks = ({ text, marks }: DocumentNode): ReactNode =>
	(marks ?? []).reduce<ReactNode>((inner, { type }) => {
		switch (type) {
			case 'bold':
				return <strong>{inner}</strong>;
			case 'italic':
				return <em>{inner}</em>;
			case 'underline':
				return <u>{inner}</u>;
			case 'strike':
				return <s>{inner}</s>;
		}
	}, text);
