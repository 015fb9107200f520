import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { NotingServer } from '#test/peers/noting-server.js';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import { SmtpSender } from './smtp-sender.js';
import { offersSmtpUtf8 } from './smtp-utf8.js';

const host = 'mail.acme.example';
const never = new AbortController().signal;

let authority: PrivateAuthority;
let server: NotingServer;
let sender: SmtpSender;

beforeAll(async () => {
  authority = await PrivateAuthority.create();
});
beforeEach(() => {
  sender = new SmtpSender('poststelle.test');
});
afterEach(async () => {
  await sender.close();
  await server.stop();
});

async function listen(...extensions: readonly string[]): Promise<void> {
  server = await NotingServer.start(await authority.issue(host), ...extensions);
}

async function send(from: string, to: string) {
  const target = { host, address: '127.0.0.1', port: server.port, encryption: 'tls' as const, verified: false, ofOperator: false };
  let begun = false;
  const begin = async () => {
    begun = true;
  };
  const mail = { envelope: { from, to }, bytes: Buffer.from('Subject: Test\r\n\r\nHello\r\n') };
  return { ...(await sender.send('acme', target, mail, begin, never)), begun };
}

const notOffered = (stage: 'sender' | 'recipient') => ({
  ok: false,
  failure: { stage, fault: 'smtputf8-not-offered', contentLeft: false },
  begun: false,
});

describe('a local part that is not ASCII', () => {
  it('RFC 6531: is not told to a server that offers no SMTPUTF8: nothing is sent', async () => {
    await listen('8BITMIME', 'SIZE 1000000');
    expect(await send('jobs@acme.example', 'änna@home.example')).toEqual(notOffered('recipient'));
    expect(await send('jöbs@acme.example', 'änna@home.example')).toEqual(notOffered('sender'));
    expect(server.heard).toEqual([['EHLO poststelle.test']]);
  });

  it('leaves the session as it was, for the next mail', async () => {
    await listen();
    expect(await send('jobs@acme.example', 'änna@home.example')).toEqual(notOffered('recipient'));
    expect(await send('jobs@acme.example', 'anna@home.example')).toMatchObject({ ok: true });
    expect(await send('jobs@acme.example', 'änna@home.example')).toEqual(notOffered('recipient'));
    expect(server.heard).toEqual([['EHLO poststelle.test', 'MAIL FROM:<jobs@acme.example>', 'RCPT TO:<anna@home.example>', 'DATA']]);
  });

  it('RFC 6531: goes as it is to a server that offers SMTPUTF8, which is told so', async () => {
    await listen('SMTPUTF8');
    expect(await send('jobs@acme.example', 'änna@bücher.example')).toMatchObject({ ok: true, begun: true });
    expect(server.heard).toEqual([
      ['EHLO poststelle.test', 'MAIL FROM:<jobs@acme.example> SMTPUTF8', 'RCPT TO:<änna@xn--bcher-kva.example>', 'DATA'],
    ]);
  });

  it('is asked of what the library knows of the server: a version that does not tell fails here', () => {
    expect(offersSmtpUtf8(new SMTPConnection())).toBe(false);
    const changed = new SMTPConnection();
    Reflect.deleteProperty(changed, '_supportedExtensions');
    expect(() => offersSmtpUtf8(changed)).toThrow('no list of extensions');
  });
});

describe('an internationalised domain', () => {
  it('RFC 5891: of sender and recipient goes in its ASCII form to every server', async () => {
    await listen('SMTPUTF8');
    expect(await send('jobs@müller.example', 'anna@bücher.example')).toMatchObject({ ok: true });
    expect(server.heard).toEqual([
      ['EHLO poststelle.test', 'MAIL FROM:<jobs@xn--mller-kva.example>', 'RCPT TO:<anna@xn--bcher-kva.example>', 'DATA'],
    ]);
  });
});
