/** Apart from the index, because the mailboxes stand on these facts and the organisation's commands on the mailboxes. */
export { OrganisationFactsModule } from '../organisation-facts.module.js';
