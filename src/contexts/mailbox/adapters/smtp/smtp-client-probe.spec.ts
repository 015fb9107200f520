import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { networkOf } from '#platform/smtp-client/address-rules.js';
import { smtpTimes } from '#platform/smtp-client/smtp-times.js';
import { TenantHosts } from '#platform/smtp-client/tenant-hosts.js';
import { MisbehavingRelay, type RelayOptions } from '#test/peers/misbehaving-relay.js';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import type { Encryption, SmtpSettings } from '../../domain/recruiting-mailbox/channel.js';
import { SmtpClientProbe } from './smtp-client-probe.js';

const host = 'mail.acme.example';
const sender = 'jobs@acme.example';
const login = { user: sender, pass: 'Pä=ss wörd1' };
const loopback = networkOf('127.0.0.0/8');
const hosts = new TenantHosts(loopback === undefined ? [] : [loopback], async () => ['127.0.0.1']);
const hasty = { ...smtpTimes, connect: 700, login: 700, envelope: 700 };

let authority: PrivateAuthority;
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  authority = await PrivateAuthority.create();
});

afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
});

async function server(options: RelayOptions = {}): Promise<MisbehavingRelay> {
  const relay = await MisbehavingRelay.start({ login, tls: await authority.issue(host), ...options });
  running.push(relay);
  return relay;
}

function probing(port: number, more: Partial<SmtpSettings> = {}, password = login.pass, authorities: readonly string[] = []) {
  const settings = {
    host,
    port,
    encryption: 'starttls-verified' as Encryption,
    account: sender,
    certificateAuthority: authority.certificate,
    ...more,
  };
  return new SmtpClientProbe(hosts, authorities, 'poststelle.test', hasty).reach(settings, sender, password);
}

function withoutAuthority(port: number, more: Partial<SmtpSettings> = {}, authorities: readonly string[] = []) {
  const settings = { host, port, encryption: 'starttls-verified' as Encryption, account: sender, ...more };
  return new SmtpClientProbe(hosts, authorities, 'poststelle.test', hasty).reach(settings, sender, login.pass);
}

/** A server on the port that does as told with whoever connects. */
async function listener(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const plain: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  plain.listen(0, '127.0.0.1');
  await once(plain, 'listening');
  running.push({
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      plain.close();
    },
  });
  const address = plain.address();
  if (address === null || typeof address === 'string') throw new Error('It does not listen.');
  return address.port;
}

describe('asking a company’s server', () => {
  it('R56, R67, R68, R71: takes one that is what it says, lets us in and takes the address as sender; nothing is sent', async () => {
    const relay = await server({ only: [sender] });
    expect(await probing(relay.port)).toEqual({ ok: true, probed: { stage: 'recipient' } });
    expect(relay.taken).toEqual([]);
  });

  it('R64, R65: takes TLS from the first octet', async () => {
    const relay = await server({ secure: true });
    expect(await probing(relay.port, { encryption: 'smtps' })).toMatchObject({ ok: true });
  });

  it('R64, R66: takes plain STARTTLS from whoever answers', async () => {
    const relay = await server({ tls: true });
    expect(await withoutAuthority(relay.port, { encryption: 'starttls' })).toMatchObject({ ok: true });
  });

  it('trusts the operator’s own authority for every company', async () => {
    const relay = await server();
    expect(await withoutAuthority(relay.port, {}, [authority.certificate])).toMatchObject({ ok: true });
  });

  it('R65, R67: trusts no authority that nobody named', async () => {
    const [starttls, smtps] = [await server(), await server({ secure: true })];
    const refused = { ok: false, why: 'certificate-refused', probed: { stage: 'tls' } };
    expect(await withoutAuthority(starttls.port)).toMatchObject(refused);
    expect(await withoutAuthority(smtps.port, { encryption: 'smtps' })).toMatchObject(refused);
  });

  it('R67: tells an expired certificate, and one for another name', async () => {
    const expired = await server({ tls: await authority.issue(host, 60, 30) });
    expect(await probing(expired.port)).toMatchObject({ ok: false, why: 'certificate-refused', probed: { fault: 'CERT_HAS_EXPIRED' } });
    const other = await server({ tls: await authority.issue('other.example') });
    expect(await probing(other.port)).toMatchObject({
      ok: false,
      why: 'certificate-refused',
      probed: { fault: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    });
  });

  it('R68: never goes on in clear text where STARTTLS is not offered', async () => {
    const relay = await server({ tls: false });
    expect(await probing(relay.port)).toMatchObject({ ok: false, why: 'tls-not-offered', probed: { stage: 'tls' } });
  });

  it('R63, R87: recognises that port and mode do not belong together', async () => {
    const smtps = await server({ secure: true });
    const [wrong, slow] = [await probing((await server()).port, { encryption: 'smtps' }), await probing(smtps.port)];
    expect(wrong).toMatchObject({ ok: false, why: 'no-smtp-server' });
    expect(slow).toMatchObject({ ok: false, why: 'server-timed-out' });
  });

  it('R72, R87, R88: tells a refused login with code and the server’s words', async () => {
    const relay = await server();
    relay.next({ does: 'refuse', at: 'login', code: 535, text: '5.7.139 SmtpClientAuthentication is disabled for the Tenant.' });
    expect(await probing(relay.port)).toEqual({
      ok: false,
      why: 'login-refused',
      probed: { stage: 'login', code: '535 5.7.139', words: '535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.' },
    });
    expect(await probing(relay.port, {}, 'wrong')).toMatchObject({ ok: false, why: 'login-refused' });
  });

  it('takes a fault of the server, such as a sign-in service that is down, for no refusal of the password', async () => {
    const relay = await server();
    for (const at of ['login', 'sender', 'recipient'] as const) {
      relay.next({ does: 'refuse', at, code: 454, text: '4.7.0 Temporary authentication failure' });
      expect(await probing(relay.port)).toMatchObject({ ok: false, why: 'refused-for-now', probed: { code: '454 4.7.0' } });
    }
  });

  it('R71: tells a sender that is not allowed', async () => {
    const relay = await server({ only: ['somebody@acme.example'] });
    expect(await probing(relay.port)).toMatchObject({ ok: false, why: 'sender-refused', probed: { stage: 'sender', code: '550 5.7.60' } });
    const recipient = await server();
    recipient.next({ does: 'refuse', at: 'recipient', code: 550, text: '5.1.1 Unknown' });
    expect(await probing(recipient.port)).toMatchObject({ ok: false, why: 'recipient-refused', probed: { stage: 'recipient' } });
  });

  it('R88: takes every secret out of what a server echoes', async () => {
    const relay = await server();
    const told = Buffer.from(`\0${sender}\0${login.pass}`).toString('base64');
    relay.next({
      does: 'refuse',
      at: 'login',
      code: 535,
      text: `5.7.8 ${login.pass} and ${told} and ${encodeURIComponent(login.pass)} are wrong`,
    });
    const answer = JSON.stringify(await probing(relay.port));
    for (const secret of [login.pass, told, encodeURIComponent(login.pass)]) expect(answer).not.toContain(secret);
  });

  it('R78, R87: tells a server that is not there, is silent, or turns us away', async () => {
    const gone = await server();
    const { port } = gone;
    await gone.stop();
    expect(await probing(port)).toMatchObject({ ok: false, why: 'server-unreachable', probed: { stage: 'connect' } });
    expect(await probing(await listener(() => undefined))).toMatchObject({ ok: false, why: 'server-timed-out' });
    const relay = await server();
    relay.next({ does: 'refuse', at: 'connect', code: 554, text: '5.7.1 Go away' });
    const turnedAway = await probing(relay.port);
    expect(turnedAway).toMatchObject({ ok: false, why: 'server-refuses-us', probed: { code: '554 5.7.1' } });
  });

  it('S36: repeats nothing of what is no mail server', async () => {
    for (const banner of ['SSH-2.0-OpenSSH_9.2 secret banner\r\n', 'HTTP/1.1 400 Bad Request secret banner\r\n\r\n', 'secret banner\r\n']) {
      const answer = await probing(await listener((socket) => socket.write(banner)));
      expect(answer).toMatchObject({ ok: false, why: 'no-smtp-server' });
      expect(JSON.stringify(answer)).not.toContain('secret');
    }
    const before = await probing(await listener((socket) => socket.write('554 secret reason\r\n')));
    expect(JSON.stringify(before)).not.toContain('secret');
  });

  it('S36: does not look inside', async () => {
    const strict = new SmtpClientProbe(new TenantHosts([]), [], 'poststelle.test', hasty);
    const settings = { host: '0x7f000001', port: 587, encryption: 'starttls' as const, account: sender };
    expect(await strict.reach(settings, sender, 'p4ss')).toEqual({ ok: false, why: 'host-not-allowed', probed: { stage: 'host' } });
  });
});
