import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/useErrorText.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toasts.ts';
import type { ActivityQuery } from './filters.ts';
import { saveAsFile } from './queries.ts';

/** Saves the whole list, as it is filtered. */
export function ExportButton({ query, isDisabled }: { query: ActivityQuery; isDisabled: boolean }) {
	const { t } = useTranslation('activities');
	const errorText = useErrorText();
	const { mutate, isPending } = useMutation({
		mutationFn: () => saveAsFile(query),
		onError: (error) => toast('danger', errorText(error)),
	});
	return (
		<Button icon={<Download aria-hidden />} isDisabled={isDisabled} isPending={isPending} onPress={() => mutate()}>
			{t('export')}
		</Button>
	);
}
