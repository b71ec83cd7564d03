import { Suspense } from 'react';
import { useTool } from './context.tsx';
import { useTools } from './useTools.ts';

/**
 * What the viewer should see or act on without opening the panel: one quiet card at a time, payments first. The call
 * puts it over the stage's lower edge; it is as wide as its container and empty most of the time. For both roles: the
 * host hears here of payments that came. Stands inside `ToolsProvider`.
 */
export function ToolCards() {
	const { role } = useTool();
	const tools = useTools();
	return (
		<div className="pointer-events-none flex justify-center [&>*:not(:first-child)]:hidden">
			{tools.map(({ id, sides }) => {
				const Card = sides[role]?.Card;
				return (
					Card && (
						<Suspense key={id}>
							<Card />
						</Suspense>
					)
				);
			})}
		</div>
	);
}
