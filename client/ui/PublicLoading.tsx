import { PublicPage } from './PublicPage.tsx';

/** In place of a page for clients that is being read. */
export function PublicLoading({ text }: { text: string }) {
	return (
		<PublicPage>
			<p role="status" className="text-muted">
				{text}
			</p>
		</PublicPage>
	);
}
