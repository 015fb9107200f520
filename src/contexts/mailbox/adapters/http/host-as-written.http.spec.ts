import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectionDesk } from '#test/mailbox/connection-desk.js';
import { temporaryFolders } from '#test/temporary-folder.js';

const newFolder = temporaryFolders();
let desk: ConnectionDesk;

beforeEach(async () => {
  desk = await ConnectionDesk.open(newFolder());
  await desk.post('/individual-address', { address: 'jobs@acme.example' });
});
afterEach(async () => {
  await desk.close();
});

/** `password: undefined` where it is not typed. */
function connect(host: string, more: object = {}) {
  return desk.post('/smtp-connection', { host, port: 587, account: 'jobs@acme.example', password: 'p4ss', ...more });
}

describe('a host in capitals or with the final dot of its full name', () => {
  it.each([
    ['R33, R34', 'SMTP.Gmail.com.', {}, 'google-needs-the-integration'],
    ['R33, R34', 'smtp-relay.gmail.com.', {}, 'google-needs-the-integration'],
    ['R81, R82', 'Acme-Example.Mail.Protection.Outlook.com.', { port: 25 }, 'direct-send-and-relay-not-supported'],
    ['R74', 'SMTP-Mail.Outlook.com.', {}, 'microsoft-needs-client-submission'],
    ['R77', 'smtp.office365.com.', { port: 465 }, 'microsoft-port-not-supported'],
    ['R79', 'SMTP.Office365.com', { encryption: 'starttls' }, 'microsoft-needs-verified-starttls'],
  ])('%s: is that of its provider: %s', async (_, host, more, reason) => {
    expect(await connect(host, more)).toMatchObject({ status: 422, body: { reason } });
    expect(desk.tried).toEqual([]);
  });

  it.each(['smtp.office365.com.', 'SMTP.Office365.com'])('R74, R80: is client submission, with its warnings: %s', async (host) => {
    expect(await connect(host)).toMatchObject({
      status: 200,
      body: {
        warnings: [
          { warning: 'replies-will-not-arrive' },
          { warning: 'microsoft-ends-password-sign-in' },
          { warning: 'microsoft-shows-the-account-name' },
        ],
      },
    });
    expect((await desk.get()).body).toMatchObject({ smtp: { host: 'smtp.office365.com' } });
  });

  it('R39: is the place that the kept password was given for', async () => {
    await connect('mail.acme.example');
    await desk.post('/switch-to-service');
    expect(await connect('MAIL.acme.example.', { password: undefined })).toMatchObject({ status: 200 });
    expect(desk.tried).toEqual(['p4ss', 'p4ss']);
  });
});
