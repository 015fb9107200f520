import { describe, expect, it } from '@jest/globals';
import { established, given, ofCompany, ofSubsidiary, ownAddress, switched } from '#test/mailbox/mailbox-history.js';
import { clearIndividualAddress } from './clear-individual-address.js';
import type { IndividualAddressCleared } from './events.js';
import { recruitingMailbox } from './recruiting-mailbox.js';
import { setIndividualAddress } from './set-individual-address.js';

const own = ['poststelle.test', 'old.example'];
const karriere = 'karriere@acme.example';
const cleared: IndividualAddressCleared = { type: 'IndividualAddressCleared', data: { address: 'Jobs@acme.example' } };

describe('the individual address', () => {
  it('R43, R59: is entered while the service sends, as a draft', () => {
    given(ofCompany)
      .when((mailbox) => setIndividualAddress(mailbox, karriere, own))
      .then({ type: 'IndividualAddressSet', data: { address: karriere } });
  });

  it('R39, R55: is changed over the service only while its connection is active', () => {
    const active = given(ofCompany, ownAddress, established(), switched('service', 'smtp'));
    active
      .when((mailbox) => setIndividualAddress(mailbox, karriere, own))
      .thenRefused('switch-to-service-first', { facts: { activeChannel: 'smtp' } });
    active.when(clearIndividualAddress).thenRefused('switch-to-service-first', { facts: { activeChannel: 'smtp' } });
    active.when((mailbox) => setIndividualAddress(mailbox, 'Jobs@acme.example', own)).then();
  });

  it('is no address of the service, which would send every mail in a circle', () => {
    for (const address of ['acme-jobs@poststelle.test', 'acme-jobs@OLD.example'])
      given(ofCompany)
        .when((mailbox) => setIndividualAddress(mailbox, address, own))
        .thenRefused('address-is-the-services', { field: 'address' });
  });

  it('is one plain address', () => {
    for (const address of ['', 'jobs', 'Jobs <jobs@acme.example>', 'a@b@acme.example', 'jobs@acme'])
      given(ofCompany)
        .when((mailbox) => setIndividualAddress(mailbox, address, own))
        .thenRefused('address-malformed', { field: 'address' });
  });

  it('R92: left empty, a subsidiary with the service of its own uses its company’s settings again', () => {
    given(ofSubsidiary, ownAddress, switched('inherited', 'service'))
      .when(clearIndividualAddress)
      .then(cleared, switched('service', 'inherited'));
    given(ofSubsidiary, ownAddress).when(clearIndividualAddress).then(cleared);
    given(ofCompany, ownAddress).when(clearIndividualAddress).then(cleared);
    given(ofCompany).when(clearIndividualAddress).then();
  });

  it('stays known when it is another one, or none', () => {
    const history = [ownAddress, { type: 'IndividualAddressSet', data: { address: karriere } } as const];
    const mailbox = history.reduce((state, event) => recruitingMailbox.evolve(state, event), recruitingMailbox.create(ofCompany));
    expect(mailbox).toMatchObject({ individualAddress: karriere, formerAddresses: ['Jobs@acme.example'] });
    expect(recruitingMailbox.evolve(mailbox, ownAddress)).toMatchObject({ formerAddresses: [karriere] });
  });
});
