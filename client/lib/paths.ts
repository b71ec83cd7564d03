/** Every address of the workstation. */
export const paths = {
	signIn: '/sign-in',
	today: '/',
	calendar: '/calendar',
	waiting: '/waiting',
	clients: '/clients',
	client: (clientId: string) => `/clients/${clientId}`,
	payments: '/payments',
	settings: '/settings',
	call: (appointmentId: string) => `/call/${appointmentId}`,
} as const;
