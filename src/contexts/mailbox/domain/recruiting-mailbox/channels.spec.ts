import { describe, it } from '@jest/globals';
import { established, given, impaired, ofCompany, ofSubsidiary, ownAddress, switched, version } from '#test/mailbox/mailbox-history.js';
import { mayCheckConnection, restoreConnection } from './check-connection.js';
import { disconnectSmtp } from './disconnect-smtp.js';
import { impairConnection, proveConnection } from './impair-connection.js';
import { inheritChannel } from './inherit-channel.js';
import { renewPassword } from './renew-password.js';
import { switchToService } from './switch-to-service.js';

const active = [ownAddress, established(), switched('service', 'smtp')] as const;
const broken = [...active, impaired] as const;
const left = [...active, switched('smtp', 'service', 'keep')] as const;

describe('switching to the service', () => {
  it('R39, R55: is always allowed, and says what becomes of waiting mail', () => {
    given(ofCompany, ...active)
      .when((mailbox) => switchToService(mailbox, 'send-by-service'))
      .then(switched('smtp', 'service', 'send-by-service'));
    given(ofCompany, ...broken)
      .when((mailbox) => switchToService(mailbox, 'keep'))
      .then(switched('smtp', 'service', 'keep'));
    given(ofCompany, ...active)
      .when((mailbox) => switchToService(mailbox))
      .then(switched('smtp', 'service', 'keep'));
    given(ofCompany)
      .when((mailbox) => switchToService(mailbox, 'keep'))
      .then();
  });

  it('may say something else of mail that still waits, and only where some may', () => {
    const otherwise = { type: 'WaitingMailDecided', data: { waitingMail: 'send-by-service' } } as const;
    given(ofCompany, ...left)
      .when((mailbox) => switchToService(mailbox, 'send-by-service'))
      .then(otherwise);
    for (const said of [undefined, 'keep'] as const)
      given(ofCompany, ...left)
        .when((mailbox) => switchToService(mailbox, said))
        .then();
    given(ofCompany, ...left, otherwise)
      .when((mailbox) => switchToService(mailbox, 'keep'))
      .then({ type: 'WaitingMailDecided', data: { waitingMail: 'keep' } });
    given(ofCompany)
      .when((mailbox) => switchToService(mailbox, 'send-by-service'))
      .then();
  });

  it('R91, R92: is a choice of its own for a subsidiary with an address of its own', () => {
    given(ofSubsidiary, ownAddress)
      .when((mailbox) => switchToService(mailbox, 'keep'))
      .then(switched('inherited', 'service', 'keep'));
    given(ofSubsidiary)
      .when((mailbox) => switchToService(mailbox, 'keep'))
      .thenRefused('individual-address-missing', { field: 'individualAddress' });
  });
});

describe('inheriting', () => {
  it('R90: takes a subsidiary back to its company’s settings, over the service', () => {
    given(ofSubsidiary, ownAddress, switched('inherited', 'service')).when(inheritChannel).then(switched('service', 'inherited'));
    given(ofSubsidiary, ...active)
      .when(inheritChannel)
      .thenRefused('switch-to-service-first', { facts: { activeChannel: 'smtp' } });
    given(ofSubsidiary).when(inheritChannel).then();
    // What was said of waiting mail goes on to hold.
    given(ofSubsidiary, ...left)
      .when(inheritChannel)
      .then(switched('service', 'inherited', 'keep'));
  });

  it('R90: is nothing for a company itself', () => {
    given(ofCompany).when(inheritChannel).thenRefused('nothing-to-inherit-from');
  });
});

describe('disconnecting', () => {
  it('destroys the password of a connection that is not active', () => {
    given(ofCompany, ...left)
      .when((mailbox) => disconnectSmtp(mailbox, 'asked'))
      .then({ type: 'ChannelDisconnected', data: { channel: 'smtp', secretId: 'secret-1', why: 'asked' } });
  });

  it('R55: leads over the service, and does nothing where there is nothing', () => {
    given(ofCompany, ...active)
      .when((mailbox) => disconnectSmtp(mailbox, 'asked'))
      .thenRefused('switch-to-service-first', { facts: { activeChannel: 'smtp' } });
    given(ofCompany)
      .when((mailbox) => disconnectSmtp(mailbox, 'unused'))
      .then();
  });
});

describe('a connection that stops working', () => {
  it('needs attention, once, and only where it is still the same', () => {
    given(ofCompany, ...active)
      .when((mailbox) => impairConnection(mailbox, version, impaired.data))
      .then(impaired);
    given(ofCompany, ...broken)
      .when((mailbox) => impairConnection(mailbox, version, impaired.data))
      .then();
    given(ofCompany, ...active)
      .when((mailbox) => impairConnection(mailbox, 'connection-0.secret-1', impaired.data))
      .then();
    given(ofCompany, ...left)
      .when((mailbox) => impairConnection(mailbox, version, impaired.data))
      .then();
  });

  it('has its password renewed in place, for the same account', () => {
    given(ofCompany, ...broken)
      .when((mailbox) => renewPassword(mailbox, 'n3w', 'secret-1', 'secret-2'))
      .then({ type: 'PasswordRenewed', data: { secretId: 'secret-2' } }, { type: 'ConnectionRestored', data: { by: 'password-renewed' } });
  });

  it('R55: has none renewed in place while it works, and S39: no mask', () => {
    given(ofCompany, ...active)
      .when((mailbox) => renewPassword(mailbox, 'n3w', 'secret-1', 'secret-2'))
      .thenRefused('switch-to-service-first', { facts: { activeChannel: 'smtp' } });
    given(ofCompany, ...broken)
      .when((mailbox) => renewPassword(mailbox, '••••', 'secret-1', 'secret-2'))
      .thenRefused('password-is-a-mask', { field: 'password' });
    given(ofCompany, ...left)
      .when((mailbox) => renewPassword(mailbox, 'n3w', 'secret-1', 'secret-2'))
      .thenRefused('smtp-not-active');
  });

  it('is restored by a check of the very connection', () => {
    given(ofCompany, ...broken)
      .when((mailbox) => restoreConnection(mailbox, version, 'check'))
      .then({ type: 'ConnectionRestored', data: { by: 'check' } });
    given(ofCompany, ...active)
      .when((mailbox) => restoreConnection(mailbox, version, 'check'))
      .then();
    given(ofCompany)
      .when((mailbox) => {
        const may = mayCheckConnection(mailbox);
        return may.ok ? { ok: true, value: [] } : may;
      })
      .thenRefused('smtp-not-active');
  });

  it('R51: is unproven until a first mail has left over it', () => {
    given(ofCompany, ...active)
      .when((mailbox) => proveConnection(mailbox, version, 'delivery'))
      .then({ type: 'ConnectionProven', data: { by: 'delivery' } });
    given(ofCompany, ...active, { type: 'ConnectionProven', data: { by: 'delivery' } })
      .when((mailbox) => proveConnection(mailbox, version, 'delivery'))
      .then();
  });
});
