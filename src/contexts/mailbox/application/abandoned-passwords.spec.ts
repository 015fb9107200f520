import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ConnectionDesk } from '#test/mailbox/connection-desk.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { Organisation } from '../../organisation/public/organisation.js';
import { Secrets } from '../../vault/public/secrets.js';
import { AbandonedPasswords } from './abandoned-passwords.js';
import { CompanyMailboxes } from './company-mailboxes.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';

const newFolder = temporaryFolders();
const hour = 3_600_000;
let desk: ConnectionDesk;
let abandoned: AbandonedPasswords;

beforeEach(async () => {
  desk = await ConnectionDesk.open(newFolder());
  abandoned = desk.people.app.get(AbandonedPasswords, { strict: false });
});
afterEach(async () => {
  await desk.close();
});

/** As a crash leaves it: the password is in the vault, and the decision that would know it is not there. */
async function abandonedByACrash(password: string): Promise<void> {
  const mailboxes: RecruitingMailboxes = desk.people.app.get(RecruitingMailboxes, { strict: false });
  await desk.post('/individual-address', { address: 'jobs@acme.example' });
  jest.spyOn(mailboxes, 'decide').mockRejectedValueOnce(new Error('The power is gone.'));
  await desk.establish(password);
}

describe('a password that no decision came to know', () => {
  it('is destroyed after a day, and not while its command may still be under way', async () => {
    await abandonedByACrash('lost');
    expect(desk.vault.readable).toEqual(['lost']);
    desk.clock.later(23 * hour);
    await abandoned.destroy();
    expect(desk.vault.readable).toEqual(['lost']);
    desk.clock.later(2 * hour);
    await abandoned.destroy();
    expect(desk.vault.readable).toEqual([]);
  });

  it('stays after a restore, and where the log does not know its company: then it may be the log that is too old', async () => {
    await abandonedByACrash('lost');
    desk.clock.later(48 * hour);
    const needs = [Secrets, RecruitingMailboxes, Organisation].map((token) => desk.people.app.get<unknown>(token, { strict: false }));
    const [secrets, mailboxes, organisation] = needs as [Secrets, RecruitingMailboxes, Organisation];
    const sweeping = (known: Organisation, hold: string | undefined) =>
      new AbandonedPasswords(secrets, new CompanyMailboxes(mailboxes, known), desk.clock, { reason: async () => hold }).destroy();
    await sweeping(organisation, 'The event store was restored.');
    await sweeping({ ...organisation, company: async () => undefined }, undefined);
    expect(desk.vault.readable).toEqual(['lost']);
    await sweeping(organisation, undefined);
    expect(desk.vault.readable).toEqual([]);
  });

  it('takes no password with it that a mailbox knows, active or not', async () => {
    await abandonedByACrash('lost');
    await desk.connect('p4ss');
    await desk.post('/switch-to-service');
    desk.clock.later(48 * hour);
    await abandoned.destroy();
    expect(desk.vault.readable).toEqual(['p4ss']);
    expect(await desk.post('/smtp-connection/activate')).toMatchObject({ status: 200 });
  });
});
