import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useDownload } from './useDownload.ts';

interface ExportButtonProps {
	/** Of the route that answers with the file. */
	path: string;
	query: Record<string, string>;
	isDisabled?: boolean;
}

/** Saves a list as a file. */
export function ExportButton({ path, query, isDisabled = false }: ExportButtonProps) {
	const { t } = useTranslation('common');
	const { download, isPending } = useDownload();
	return (
		<Button
			icon={<Download aria-hidden />}
			isDisabled={isDisabled}
			isPending={isPending}
			onPress={() => download(`${path}?${new URLSearchParams(query).toString()}`)}
		>
			{t('actions.export')}
		</Button>
	);
}
