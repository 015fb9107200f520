import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { networkOf } from '#platform/smtp-client/address-rules.js';
import { TenantHosts } from '#platform/smtp-client/tenant-hosts.js';
import { NotingServer } from '#test/peers/noting-server.js';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import { eventually } from '#test/service/eventually.js';
import { SmtpClientProbe } from './smtp-client-probe.js';

const host = 'mail.acme.example';
const loopback = networkOf('127.0.0.0/8');
const hosts = new TenantHosts(loopback === undefined ? [] : [loopback], async () => ['127.0.0.1']);

let authority: PrivateAuthority;
let server: NotingServer;

beforeAll(async () => {
  authority = await PrivateAuthority.create();
  server = await NotingServer.start(await authority.issue(host));
});
afterAll(async () => {
  await server.stop();
});

describe('what a company’s server is told', () => {
  it('R71: the individual address as it is written, as sender and as recipient, then both are taken back and no mail is begun', async () => {
    const settings = { host, port: server.port, encryption: 'smtps' as const, account: 'ACME\\jobs' };
    const probe = new SmtpClientProbe(hosts, [authority.certificate], 'poststelle.test');
    expect(await probe.reach(settings, 'Jobs@Acme.example', 'p4ss')).toMatchObject({ ok: true });
    const [said = []] = await eventually(
      async () => server.heard,
      ([first]) => first?.at(-1) === 'QUIT',
    );
    const login = Buffer.from('\0ACME\\jobs\0p4ss').toString('base64');
    expect(said).toEqual([
      'EHLO poststelle.test',
      `AUTH PLAIN ${login}`,
      'MAIL FROM:<Jobs@Acme.example>',
      'RCPT TO:<Jobs@Acme.example>',
      'RSET',
      'QUIT',
    ]);
    expect(server.heard).toHaveLength(1);
  });
});
