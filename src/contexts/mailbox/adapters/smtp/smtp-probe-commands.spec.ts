import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
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
});
afterEach(async () => {
  await server.stop();
});

/** What a server that offers these extensions is told of an individual address after the login, and what the probe answers. */
async function probed(address: string, ...extensions: readonly string[]) {
  server = await NotingServer.start(await authority.issue(host), ...extensions);
  const settings = { host, port: server.port, encryption: 'smtps' as const, account: 'ACME\\jobs' };
  const answer = await new SmtpClientProbe(hosts, [authority.certificate], 'poststelle.test').reach(settings, address, 'p4ss');
  const [said = []] = await eventually(
    async () => server.heard,
    ([first]) => first?.at(-1) === 'QUIT',
  );
  expect(server.heard).toHaveLength(1);
  const login = Buffer.from('\0ACME\\jobs\0p4ss').toString('base64');
  expect(said.slice(0, 2)).toEqual(['EHLO poststelle.test', `AUTH PLAIN ${login}`]);
  return { answer, told: said.slice(2) };
}

const offered = (from: string, to: string) => ({ answer: { ok: true }, told: [`MAIL FROM:${from}`, `RCPT TO:${to}`, 'RSET', 'QUIT'] });

describe('what a company’s server is told', () => {
  it('R71: the individual address as it is written, as sender and as recipient, then both are taken back and no mail is begun', async () => {
    expect(await probed('Jobs@Acme.example', 'SMTPUTF8')).toMatchObject(offered('<Jobs@Acme.example>', '<Jobs@Acme.example>'));
  });

  it('RFC 5891: an internationalised domain in its ASCII form', async () => {
    const ascii = '<jobs@xn--mller-kva.example>';
    expect(await probed('jobs@müller.example', 'SMTPUTF8')).toMatchObject(offered(ascii, ascii));
  });

  it('RFC 6531: a local part that is not ASCII together with SMTPUTF8', async () => {
    const address = '<jöbs@xn--mller-kva.example>';
    expect(await probed('jöbs@müller.example', 'SMTPUTF8')).toMatchObject(offered(`${address} SMTPUTF8`, address));
  });

  it('R71, RFC 6531: no sender that it cannot be told, which is refused with the fault that says so', async () => {
    expect(await probed('jöbs@müller.example')).toEqual({
      answer: { ok: false, why: 'sender-refused', probed: { stage: 'sender', fault: 'smtputf8-not-offered' } },
      told: ['QUIT'],
    });
  });
});
