import { createBrowserRouter, type RouteObject } from 'react-router';
import { paths } from '../lib/paths.ts';
import { NotFound } from './NotFound.tsx';
import { PageError } from './PageError.tsx';
import { Shell } from './Shell.tsx';
import { SignedIn } from './SignedIn.tsx';
import { Splash } from './Splash.tsx';

/** A page that is loaded when it is first opened. */
const page = (path: string, load: () => Promise<{ default: React.ComponentType }>): RouteObject => ({
	path,
	lazy: async () => ({ Component: (await load()).default }),
});

export const createRouter = () =>
	createBrowserRouter([
		{
			ErrorBoundary: PageError,
			HydrateFallback: Splash,
			children: [
				page(paths.signIn, () => import('../features/auth/SignInPage.tsx')),
				{
					Component: SignedIn,
					children: [
						page(paths.call(':appointmentId'), () => import('./CallRoute.tsx')),
						{
							Component: Shell,
							children: [
								{
									ErrorBoundary: PageError,
									children: [
										page(paths.today, () => import('../features/today/TodayPage.tsx')),
										page(paths.calendar, () => import('../features/calendar/CalendarPage.tsx')),
										page(paths.activities, () => import('../features/activities/ActivitiesPage.tsx')),
										page(paths.waiting, () => import('../features/waiting/WaitingPage.tsx')),
										page(paths.clients, () => import('../features/clients/ClientsPage.tsx')),
										page(paths.client(':clientId'), () => import('../features/clients/ClientPage.tsx')),
										page(paths.newInvoice(':clientId'), () => import('../features/invoices/NewInvoicePage.tsx')),
										page(paths.payments, () => import('../features/payments/PaymentsPage.tsx')),
										page(paths.payouts, () => import('../features/payments/payouts/PayoutsPage.tsx')),
										page(paths.invoices, () => import('../features/invoices/InvoicesPage.tsx')),
										page(paths.invoice(':invoiceId'), () => import('../features/invoices/InvoicePage.tsx')),
										page(paths.editInvoice(':invoiceId'), () => import('../features/invoices/EditInvoicePage.tsx')),
										page(paths.settings, () => import('../features/settings/SettingsPage.tsx')),
										page(paths.services, () => import('../features/settings/services/ServicesPage.tsx')),
										page(paths.reminders, () => import('../features/settings/reminders/RemindersPage.tsx')),
										page(paths.calendars, () => import('../features/settings/calendars/CalendarsPage.tsx')),
										page(paths.resources, () => import('../features/settings/resources/ResourcesPage.tsx')),
										page(
											paths.clientPayments,
											() => import('../features/settings/client-payments/ClientPaymentsPage.tsx'),
										),
										page(paths.billingDetails, () => import('../features/settings/billing/BillingPage.tsx')),
										page(paths.organisation, () => import('../features/settings/organisation/OrganisationPage.tsx')),
										{ path: '*', Component: NotFound },
									],
								},
							],
						},
					],
				},
			],
		},
	]);
