/** Every address of the workstation. */
export const paths = {
	signIn: '/sign-in',
	today: '/',
	calendar: '/calendar',
	activities: '/activities',
	waiting: '/waiting',
	clients: '/clients',
	client: (clientId: string) => `/clients/${clientId}`,
	newInvoice: (clientId: string) => `/clients/${clientId}/invoices/new`,
	payments: '/payments',
	payouts: '/payments/payouts',
	invoices: '/invoices',
	invoice: (invoiceId: string) => `/invoices/${invoiceId}`,
	editInvoice: (invoiceId: string) => `/invoices/${invoiceId}/edit`,
	settings: '/settings',
	services: '/settings/services',
	reminders: '/settings/reminders',
	calendars: '/settings/calendars',
	resources: '/settings/resources',
	clientPayments: '/settings/client-payments',
	billingDetails: '/settings/billing',
	organisation: '/settings/organisation',
	call: (appointmentId: string) => `/call/${appointmentId}`,
	/** Opens the room and lets this attendee in. */
	admit: ({ appointmentId, attendeeId }: { appointmentId: string; attendeeId: string }) =>
		`/call/${appointmentId}?admit=${attendeeId}`,
} as const;
