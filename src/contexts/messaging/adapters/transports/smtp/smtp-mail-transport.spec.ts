import { beforeAll, describe, expect, it } from '@jest/globals';
import { networkOf } from '#platform/smtp-client/address-rules.js';
import { smtpTimes } from '#platform/smtp-client/smtp-times.js';
import { TenantHosts } from '#platform/smtp-client/tenant-hosts.js';
import { conformsToMailTransport, mailOf } from '#test/mail-transport/mail-transport-conformance.js';
import { MisbehavingRelay } from '#test/peers/misbehaving-relay.js';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import type { SmtpConnection, SmtpConnections } from '../../../../mailbox/public/index.js';
import { SmtpMailTransport } from './smtp-mail-transport.js';

const login = { user: 'jobs@acme.example', pass: 'p4ss w0rd' };
const never = new AbortController().signal;
const nothing = async () => undefined;
const loopback = networkOf('127.0.0.0/8');
const hosts = new TenantHosts(loopback === undefined ? [] : [loopback], async () => ['127.0.0.1']);

let authority: PrivateAuthority;
beforeAll(async () => {
  authority = await PrivateAuthority.create();
});

async function company(more: Partial<SmtpConnection> = {}) {
  const relay = await MisbehavingRelay.start({ login, tls: await authority.issue('mail.acme.example') });
  const connection: SmtpConnection = {
    mailboxId: 'mailbox-1',
    individualAddress: login.user,
    host: 'mail.acme.example',
    port: relay.port,
    encryption: 'starttls-verified',
    account: login.user,
    password: login.pass,
    certificateAuthority: authority.certificate,
    connectionId: 'connection-1',
    ...more,
  };
  const connections: SmtpConnections = { find: async () => connection };
  return { relay, connection, transport: new SmtpMailTransport(connections, hosts, [], 'poststelle.test', { ...smtpTimes, idle: 300 }) };
}

conformsToMailTransport('smtp', async () => {
  const { relay, transport } = await company();
  return { transport, arrived: async () => relay.taken.map(({ raw }) => raw), stop: () => relay.stop() };
});

describe('a company’s own server', () => {
  it('R56, R57: is logged in to over TLS, once for several mails of the mailbox', async () => {
    const { relay, transport } = await company();
    for (const id of ['message-1', 'message-2']) expect(await transport.send(mailOf(id), nothing, never)).toMatchObject({ ok: true });
    expect(relay.connections).toBe(1);
    await transport.close();
    await relay.stop();
  });

  it('is left with its session once the mailbox is connected with another one', async () => {
    const [former, present] = [await company(), await company({ connectionId: 'connection-2' })];
    let { connection } = former;
    const transport = new SmtpMailTransport({ find: async () => connection }, hosts, [], 'poststelle.test');
    expect(await transport.send(mailOf('message-1'), nothing, never)).toMatchObject({ ok: true });
    connection = present.connection;
    expect(await transport.send(mailOf('message-2'), nothing, never)).toMatchObject({ ok: true });
    const taken = [former, present].map(({ relay }) => relay.taken.map(({ messageId }) => messageId));
    expect(taken).toEqual([['<message-1@poststelle.test>'], ['<message-2@poststelle.test>']]);
    expect([former.relay.connections, present.relay.connections]).toEqual([1, 1]);
    await transport.close();
    for (const { relay } of [former, present]) await relay.stop();
  });

  it('is logged in to anew once the password was renewed', async () => {
    const { relay, ...former } = await company();
    let { connection } = former;
    const transport = new SmtpMailTransport({ find: async () => connection }, hosts, [], 'poststelle.test');
    expect(await transport.send(mailOf('message-1'), nothing, never)).toMatchObject({ ok: true });
    connection = { ...connection, password: 'not the one', connectionId: 'connection-2' };
    expect(await transport.send(mailOf('message-2'), nothing, never)).toMatchObject({ ok: false, failure: { stage: 'login' } });
    expect(relay.taken).toHaveLength(1);
    await transport.close();
    await relay.stop();
  });

  it('is not offered anything where the connection or its password is gone', async () => {
    const transport = new SmtpMailTransport({ find: async () => undefined }, hosts, [], 'poststelle.test');
    expect(await transport.send(mailOf('message-1'), nothing, never)).toEqual({
      ok: false,
      failure: { stage: 'login', fault: 'login-missing', contentLeft: false },
    });
  });

  it('S36: is not reached once its name leads inside', async () => {
    const { relay } = await company();
    const connection = { host: 'mail.acme.example', port: relay.port } as const;
    const connections: SmtpConnections = {
      find: async () => ({
        ...connection,
        mailboxId: 'm',
        individualAddress: 'a',
        encryption: 'starttls',
        account: 'a',
        password: 'b',
        connectionId: 'c',
      }),
    };
    const transport = new SmtpMailTransport(connections, new TenantHosts([], async () => ['127.0.0.1']), [], 'poststelle.test');
    expect(await transport.send(mailOf('message-1'), nothing, never)).toMatchObject({
      failure: { stage: 'connect', fault: 'host-not-allowed' },
    });
    expect(relay.connections).toBe(0);
    await relay.stop();
  });

  it('S27: leaves the outcome open where its answer is lost, and repeats no secret', async () => {
    const { relay, transport } = await company();
    relay.next({ does: 'lose-the-answer' }, { does: 'refuse', at: 'login', code: 535, text: `5.7.8 ${login.pass}` });
    expect(await transport.send(mailOf('message-1'), nothing, never)).toMatchObject({
      failure: { stage: 'after-content', contentLeft: true },
    });
    const refused = await transport.send(mailOf('message-2'), nothing, never);
    expect(refused).toMatchObject({ failure: { stage: 'login', reply: { code: 535, enhanced: '5.7.8' } } });
    expect(JSON.stringify(refused)).not.toContain(login.pass);
    await transport.close();
    await relay.stop();
  });
});
