import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NotingServer } from '#test/peers/noting-server.js';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import { eventually } from '#test/service/eventually.js';
import { SmtpSender } from './smtp-sender.js';

const host = 'mail.acme.example';
const never = new AbortController().signal;
const owners = Array.from({ length: 20 }, (_, index) => `owner-${index + 1}`);

let authority: PrivateAuthority;
let server: NotingServer;
let sender: SmtpSender;

beforeEach(async () => {
  authority = await PrivateAuthority.create();
  server = await NotingServer.start(await authority.issue(host));
  sender = new SmtpSender('poststelle.test');
});
afterEach(async () => {
  await sender.close();
  await server.stop();
});

async function send(owner: string): Promise<void> {
  const target = { host, address: '127.0.0.1', port: server.port, encryption: 'tls' as const, verified: false, ofOperator: false };
  const mail = { envelope: { from: 'jobs@acme.example', to: 'anna@home.example' }, bytes: Buffer.from('Subject: Test\r\n\r\nHello\r\n') };
  expect(await sender.send(owner, target, mail, async () => undefined, never)).toMatchObject({ ok: true });
}

const left = () => server.heard.map((said) => said.includes('QUIT'));

describe('sessions that are kept for the next mail', () => {
  it('are 20 at most: the 21st is left after its mail, and those kept go on', async () => {
    for (const owner of owners) await send(owner);
    expect(server.heard).toHaveLength(20);
    await send('owner-21');
    await eventually(
      async () => left(),
      (quit) => quit[20] === true,
    );
    expect(left()).toEqual([...owners.map(() => false), true]);
    for (const owner of owners) await send(owner);
    expect(server.heard).toHaveLength(21);
    await send('owner-21');
    expect(server.heard).toHaveLength(22);
  });

  it('are one for each owner, whoever sends two at once', async () => {
    await Promise.all([send('owner-1'), send('owner-1')]);
    expect(server.heard).toHaveLength(2);
    await eventually(
      async () => left(),
      (quit) => quit.filter(Boolean).length === 1,
    );
    await send('owner-1');
    expect(server.heard).toHaveLength(2);
  });

  it('are all left at the end, and none is kept from then on', async () => {
    await send('owner-1');
    await sender.close();
    await send('owner-2');
    await eventually(
      async () => left(),
      (quit) => quit.length === 2 && quit.every(Boolean),
    );
  });
});
