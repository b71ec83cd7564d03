import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { changeLanguage } from '../lib/i18n.ts';
import { paths } from '../lib/paths.ts';
import { TimeZoneContext } from '../lib/useFormat.ts';
import { ViewerContext, viewerQuery } from '../lib/viewer.ts';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { Splash } from './Splash.tsx';
import { Unreachable } from './Unreachable.tsx';

/** The part for members only: nobody signed in goes to the sign-in page, and comes back here afterwards. */
export function SignedIn() {
	const { t } = useTranslation('common');
	const { pathname, search } = useLocation();
	const { data: viewer, error, failureReason, fetchStatus, refetch } = useQuery(viewerQuery);

	const locale = viewer?.locale;
	useEffect(() => {
		if (locale) void changeLanguage(locale);
	}, [locale]);

	if (viewer === null) {
		const back = pathname === paths.today ? '' : `?to=${encodeURIComponent(pathname + search)}`;
		return <Navigate to={paths.signIn + back} replace />;
	}
	if (viewer) {
		return (
			<ViewerContext value={viewer}>
				<TimeZoneContext value={viewer.timeZone}>
					<Suspense fallback={<Splash />}>
						<Outlet />
					</Suspense>
				</TimeZoneContext>
			</ViewerContext>
		);
	}
	if (!error) {
		const isAway = failureReason !== null || fetchStatus === 'paused';
		return isAway ? <Unreachable onRetry={() => location.reload()} /> : <Splash />;
	}
	return (
		<main className="mx-auto max-w-xl p-6">
			<FormError error={error} action={<Button onPress={() => void refetch()}>{t('actions.retry')}</Button>} />
		</main>
	);
}
