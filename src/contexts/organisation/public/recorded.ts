/** Apart from the index, for who looks companies up without the service. */
export { recordedOrganisation, type RecordedOrganisation } from '../recorded-organisation.js';
