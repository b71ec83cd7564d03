import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { RouterProvider, type DataRouter } from 'react-router';
import { Toasts } from '../ui/Toasts.tsx';
import { createQueryClient } from './queryClient.ts';

export function App({ router }: { router: DataRouter }) {
	const { i18n } = useTranslation();
	const [queryClient] = useState(createQueryClient);
	return (
		<I18nProvider locale={i18n.language}>
			<QueryClientProvider client={queryClient}>
				<RouterProvider router={router} />
				<Toasts />
			</QueryClientProvider>
		</I18nProvider>
	);
}
