import { queryOptions } from '@tanstack/react-query';
import { listOrganisationClinics, type OrganisationClinics } from '../../../../shared/contract/paymentSetup.ts';
import { memberApi } from '../../../lib/memberApi.ts';

export type OrganisationClinic = OrganisationClinics['clinics'][number];

/** The organisation's clinics, those that wait for an answer first. */
export const organisationQuery = queryOptions({
	queryKey: ['organisation', 'clinics'],
	queryFn: ({ signal }) => memberApi.call(listOrganisationClinics, {}, { signal }),
});
