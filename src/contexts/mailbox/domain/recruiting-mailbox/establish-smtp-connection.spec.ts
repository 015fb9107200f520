import { describe, it } from '@jest/globals';
import { established, given, ofCompany, ofSubsidiary, ownAddress, settings, switched } from '#test/mailbox/mailbox-history.js';
import type { SmtpSettings } from './channel.js';
import { establishSmtpConnection } from './establish-smtp-connection.js';
import type { Mailbox } from './recruiting-mailbox.js';

const connection = { connectionId: 'connection-1', settings, secretId: 'secret-1' };
const sender = 'jobs@acme.example';

function establishing(more: Partial<SmtpSettings> = {}, typed: string | undefined = 'p4ss', secretId = 'secret-1', from = sender) {
  const wanted = { ...connection, settings: { ...settings, ...more }, secretId };
  return (mailbox: Mailbox) => establishSmtpConnection(mailbox, wanted, from, typed);
}

const typedNothing = (more: Partial<SmtpSettings> = {}) => {
  const wanted = { ...connection, settings: { ...settings, ...more } };
  return (mailbox: Mailbox) => establishSmtpConnection(mailbox, wanted, sender);
};

describe('establishing an SMTP connection', () => {
  it('R2, R4, R52, R56, R60: makes SMTP the one active channel', () => {
    given(ofCompany, ownAddress).when(establishing()).then(established(), switched('service', 'smtp'));
  });

  it('R91: makes it the channel of a subsidiary that inherited before', () => {
    given(ofSubsidiary, ownAddress).when(establishing()).then(established(), switched('inherited', 'smtp'));
  });

  it('R55: leads over the service while SMTP is active', () => {
    given(ofCompany, ownAddress, established(), switched('service', 'smtp'))
      .when(establishing())
      .thenRefused('switch-to-service-first', { facts: { activeChannel: 'smtp' } });
  });

  it('R59: wants the individual address first', () => {
    given(ofCompany).when(establishing()).thenRefused('individual-address-missing', { field: 'individualAddress' });
  });

  it('R69, R70: wants an account that is an address to be the individual address, however it is written', () => {
    given(ofCompany, ownAddress)
      .when(establishing({ account: 'other@acme.example' }))
      .thenRefused('account-is-not-the-individual-address', { field: 'account' });
    const domainForm = { account: 'ACME\\jobs' };
    given(ofCompany, ownAddress).when(establishing(domainForm)).then(established(domainForm), switched('service', 'smtp'));
  });

  it('R69, R70: takes an internationalised domain and its ASCII form for one, and keeps the account as it was typed', () => {
    const [typed, ascii] = ['jobs@müller.example', 'jobs@xn--mller-kva.example'];
    for (const [address, account] of [
      [typed, ascii],
      [ascii, typed],
    ] as const)
      given(ofCompany, { type: 'IndividualAddressSet', data: { address } })
        .when(establishing({ account }, 'p4ss', 'secret-1', address))
        .then(established({ account }), switched('service', 'smtp'));
    given(ofCompany, { type: 'IndividualAddressSet', data: { address: typed } })
      .when(establishing({ account: 'jobs@muller.example' }, 'p4ss', 'secret-1', typed))
      .thenRefused('account-is-not-the-individual-address', { field: 'account' });
  });

  it('R71: is refused where the address was changed while the server was asked', () => {
    given(ofCompany, { type: 'IndividualAddressSet', data: { address: 'karriere@acme.example' } })
      .when(establishing({ account: 'ACME\\jobs' }))
      .thenRefused('address-changed-meanwhile', { field: 'individualAddress' });
  });

  it('R33, R34, P22: leaves Google to its integration', () => {
    for (const host of ['smtp.gmail.com', 'smtp-relay.gmail.com', 'aspmx.l.google.com', 'smtp.google.com', 'mx.googlemail.com'])
      given(ofCompany, ownAddress)
        .when(establishing({ host }))
        .thenRefused('google-needs-the-integration', { field: 'host', facts: { host } });
  });

  it('R74, R77, R79, R80: takes Microsoft 365 by client submission on 587 or 25 with a checked certificate', () => {
    const host = 'smtp.office365.com';
    for (const port of [587, 25])
      given(ofCompany, ownAddress).when(establishing({ host, port })).then(established({ host, port }), switched('service', 'smtp'));
    given(ofCompany, ownAddress)
      .when(establishing({ host, port: 465 }))
      .thenRefused('microsoft-port-not-supported', { field: 'port', facts: { port: 465 } });
    given(ofCompany, ownAddress)
      .when(establishing({ host, encryption: 'starttls' }))
      .thenRefused('microsoft-needs-verified-starttls', { field: 'encryption' });
    given(ofCompany, ownAddress)
      .when(establishing({ host: 'smtp-mail.outlook.com' }))
      .thenRefused('microsoft-needs-client-submission', {
        field: 'host',
        facts: { host: 'smtp-mail.outlook.com', submission: 'smtp.office365.com' },
      });
  });

  it('R81, R82: refuses direct send and relay, which cannot be told apart, in one', () => {
    for (const host of ['acme-example.mail.protection.outlook.com', 'acme-example.mx.microsoft'])
      given(ofCompany, ownAddress)
        .when(establishing({ host, port: 25 }))
        .thenRefused('direct-send-and-relay-not-supported', { field: 'host', facts: { host } });
  });

  it('a host that only looks like a provider’s is nobody’s but its own', () => {
    const host = 'notgoogle.com.acme.example';
    given(ofCompany, ownAddress).when(establishing({ host })).then(established({ host }), switched('service', 'smtp'));
  });
});

describe('the password of an SMTP connection', () => {
  const left = [ownAddress, established(), switched('service', 'smtp'), switched('smtp', 'service', 'keep')] as const;

  it('R72, R73: is wanted the first time', () => {
    given(ofCompany, ownAddress).when(typedNothing()).thenRefused('password-missing', { field: 'password' });
  });

  it('R39: need not be typed again for the same place', () => {
    given(ofCompany, ...left)
      .when(typedNothing())
      .then(established(), switched('service', 'smtp'));
  });

  it('goes to no other place, and over no weaker line than it was given for', () => {
    const others: readonly [string, Partial<SmtpSettings>][] = [
      ['host', { host: 'mail.evil.example' }],
      ['port', { port: 2525 }],
      ['account', { account: 'jobs@ACME.example' }],
      ['encryption', { encryption: 'starttls' }],
      ['certificateAuthority', { certificateAuthority: 'another PEM' }],
    ];
    for (const [changed, more] of others)
      given(ofCompany, ...left)
        .when(typedNothing(more))
        .thenRefused('password-needed-again', { field: 'password', facts: { changed } });
  });

  it('goes over a stronger line without being typed again', () => {
    const weak = established({ encryption: 'starttls' });
    given(ofCompany, ownAddress, weak, switched('service', 'smtp'), switched('smtp', 'service', 'keep'))
      .when(typedNothing())
      .then(established(), switched('service', 'smtp'));
  });

  it('S39: is not the mask that a form shows in its place', () => {
    for (const mask of ['********', '••••••', ' * * * '])
      given(ofCompany, ...left)
        .when(establishing({}, mask))
        .thenRefused('password-is-a-mask', { field: 'password' });
  });

  it('is refused where somebody gave another one while the server was asked', () => {
    given(ofCompany, ownAddress, established({}, 'secret-2'), switched('service', 'smtp'), switched('smtp', 'service', 'keep'))
      .when(typedNothing())
      .thenRefused('connection-changed-meanwhile', { field: 'password' });
  });
});
