import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { companyId, ConnectionDesk } from '#test/mailbox/connection-desk.js';
import { temporaryFolders } from '#test/temporary-folder.js';

const newFolder = temporaryFolders();
const ofCompany = `/companies/${companyId}/mailbox`;
const ofNorth = `/companies/${companyId}/subsidiaries/external:north/mailbox`;
let desk: ConnectionDesk;

beforeEach(async () => {
  desk = await ConnectionDesk.open(newFolder());
  const token = await desk.people.token({ now: desk.clock.now() });
  await desk.people.post(`/companies/${companyId}/subsidiaries`, { name: 'North', tag: 'north', externalId: 'north' }, { token });
});
afterEach(async () => {
  await desk.close();
});

async function post(path: string, body?: object) {
  const answer = await desk.people.post(path, body, { token: await desk.people.token({ now: desk.clock.now() }) });
  expect([path, answer.status]).toEqual([path, 200]);
}

async function connect(mailbox: string, address: string, host: string, encryption = 'starttls-verified') {
  await post(`${mailbox}/individual-address`, { address });
  await post(`${mailbox}/smtp-connection`, { host, port: 587, encryption, account: address, password: 'p4ss' });
}

/** North has left a connection of its own, and sends as its company does again. */
async function leftOne(host: string, encryption?: string) {
  await connect(ofNorth, 'jobs@north.example', host, encryption);
  await post(`${ofNorth}/switch-to-service`, {});
  await post(`${ofNorth}/inherit`);
}

/** What North’s settings say: its channel, its warnings, and the keys of guidance that Microsoft alone has. */
async function told() {
  const { body } = await desk.people.get(ofNorth, await desk.people.token({ now: desk.clock.now() }));
  expect(body).toMatchObject({ channel: { value: 'smtp', supplied: { why: 'inherited' } } });
  const keys = (body['guidance'] as readonly { readonly key: string }[]).map(({ key }) => key);
  return { warnings: body.warnings?.map(({ warning }) => warning), ofMicrosoft: keys.filter((key) => key.startsWith('microsoft')) };
}

const ofPlainStartTls = ['replies-will-not-arrive', 'certificate-not-verified'];
const guidanceOfMicrosoft = ['microsoft-365-requirements', 'microsoft-shows-the-account-name'];

describe('the settings of a subsidiary that inherits a connection', () => {
  it('R66, R90: warn of what its company is warned of', async () => {
    await connect(ofCompany, 'jobs@acme.example', 'mail.acme.example', 'starttls');
    expect((await told()).warnings).toEqual(ofPlainStartTls);
    await post(`${ofNorth}/sender-name`, { senderName: 'employee' });
    expect((await told()).warnings).toEqual(ofPlainStartTls);
  });

  it('R66, R90: say each warning once, also where it has left a connection of the same kind', async () => {
    await connect(ofCompany, 'jobs@acme.example', 'mail.acme.example', 'starttls');
    await leftOne('mail.north.example', 'starttls');
    expect((await told()).warnings).toEqual(ofPlainStartTls);
  });

  it('R29, R58, R90: tell of Microsoft where that connection is Microsoft’s, and else not', async () => {
    await connect(ofCompany, 'jobs@acme.example', 'smtp.office365.com');
    expect(await told()).toEqual({
      warnings: ['replies-will-not-arrive', 'microsoft-ends-password-sign-in', 'microsoft-shows-the-account-name'],
      ofMicrosoft: guidanceOfMicrosoft,
    });
    await post(`${ofCompany}/switch-to-service`, {});
    await connect(ofCompany, 'jobs@acme.example', 'mail.acme.example');
    expect(await told()).toEqual({ warnings: ['replies-will-not-arrive'], ofMicrosoft: [] });
  });

  it('R29, R58, R90: tell of Microsoft also where it has left a connection elsewhere', async () => {
    await connect(ofCompany, 'jobs@acme.example', 'smtp.office365.com');
    await leftOne('mail.north.example');
    expect((await told()).ofMicrosoft).toEqual(guidanceOfMicrosoft);
  });
});
