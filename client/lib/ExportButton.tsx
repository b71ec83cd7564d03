import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { me } from '../../shared/contract/auth.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toasts.ts';
import { memberApi } from './memberApi.ts';
import { useErrorText } from './useErrorText.ts';

interface ExportButtonProps {
	/** Of the route that answers with the file, under the name that the server gives it. */
	path: string;
	query: Record<string, string>;
	isDisabled?: boolean;
}

/** Lets the browser save a list as a file, while it is still being made. */
export function ExportButton({ path, query, isDisabled = false }: ExportButtonProps) {
	const { t } = useTranslation('common');
	const errorText = useErrorText();
	const { mutate, isPending } = useMutation({
		mutationFn: async () => {
			// A download cannot renew a session that has expired; any other call does.
			await memberApi.call(me);
			const link = document.createElement('a');
			link.href = `${path}?${new URLSearchParams(query).toString()}`;
			link.download = '';
			link.click();
		},
		onError: (error) => toast('danger', errorText(error)),
	});
	return (
		<Button icon={<Download aria-hidden />} isDisabled={isDisabled} isPending={isPending} onPress={() => mutate()}>
			{t('actions.export')}
		</Button>
	);
}
