import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MisbehavingRelay } from '#test/peers/misbehaving-relay.js';
import { eventually } from '#test/service/eventually.js';
import { writeMail } from '#test/service/mail.js';
import { type CompanyDesk, type Facts, itemsOf, Mailroom, textOf } from '#test/service/mailroom.js';

const kills = 20;
const endStates = [
  'inbound-message.routed-to-candidate',
  'inbound-message.queued-for-assignment',
  'inbound-message.filed',
  'inbound-message.set-aside',
  'inbound-message.quarantined',
];

/** Mails that were answered 250 and commands that were answered 2xx, while the service was killed again and again. */
class Witness {
  readonly mails: string[] = [];
  readonly candidates: string[] = [];
  readonly messages: string[] = [];
  private ended = false;

  constructor(
    private readonly room: Mailroom,
    private readonly desk: CompanyDesk,
    private readonly known: readonly string[],
  ) {}

  end(): void {
    this.ended = true;
  }

  /** A mail server that keeps a mail until it is answered 250. */
  async keepMailing(): Promise<void> {
    while (!this.ended) {
      const subject = `crash ${randomUUID()}`;
      const from = randomInt(2) === 0 ? 'stranger@elsewhere.example' : 'known@home.example';
      const raw = writeMail({ from, to: this.desk.address, subject, text: 'x'.repeat(randomInt(20_000)) });
      await this.until(async () => (await this.room.sendRaw(raw, this.desk.address, from)).accepted);
      this.mails.push(subject);
    }
  }

  /** A platform that repeats a command under its key until it is answered. */
  async keepCommanding(): Promise<void> {
    while (!this.ended) {
      const key = randomUUID();
      const candidate = { name: `Crash ${key}`, addresses: [], externalId: key };
      this.candidates.push(textOf((await this.answered('/candidates', candidate, key))['candidateId']));
      const to = this.known[randomInt(this.known.length)] ?? '';
      const sent = await this.answered(`/candidates/${to}/messages`, { subject: `out ${key}`, text: 'Hello.' }, randomUUID());
      this.messages.push(textOf(sent['messageId']));
    }
  }

  private async answered(path: string, body: Facts, key: string): Promise<Facts> {
    let answer: Facts = {};
    await this.until(async () => {
      const { status, body: told } = await this.desk.post(path, body, { key });
      if (status >= 400 && status !== 503 && status !== 409 && status !== 429)
        throw new Refused(`${String(status)} ${JSON.stringify(told)}`);
      if (status < 300) answer = { ...(told as Facts) };
      return status < 300;
    });
    return answer;
  }

  private async until(done: () => Promise<boolean>): Promise<void> {
    for (;;) {
      try {
        if (await done()) return;
      } catch (error) {
        // A connection that the kill cut; nobody knows the outcome, so the same is said again.
        if (error instanceof Refused) throw error;
      }
      await pause(20);
    }
  }
}

class Refused extends Error {}

describe('a service that is killed again and again', () => {
  let relay: MisbehavingRelay;
  let room: Mailroom;
  let desk: CompanyDesk;
  let witness: Witness;

  beforeAll(async () => {
    relay = await MisbehavingRelay.start();
    room = await Mailroom.open({
      POSTSTELLE_SERVICE_RELAY: relay.url,
      POSTSTELLE_MAILBOX_RATE_PER_MINUTE: '6000',
      POSTSTELLE_HTTP_RATE_PER_MINUTE: '100000',
      POSTSTELLE_LOG_LEVEL: 'warn',
    });
    desk = await room.company('acme');
    const known = [
      await desk.candidate({ addresses: ['known@home.example'] }),
      await desk.candidate({ addresses: ['other@home.example'] }),
    ];
    witness = new Witness(
      room,
      desk,
      known.map(({ candidateId }) => candidateId),
    );
    await killAgainAndAgain(room, witness);
  }, 300_000);

  afterAll(async () => {
    await room.close();
    await relay.stop();
  });

  it('has something to answer for', () => {
    expect(witness.mails.length).toBeGreaterThan(kills);
    expect(witness.messages.length).toBeGreaterThan(kills);
  });

  it('S27: has every mail that it answered 250, exactly once, with exactly one end state', async () => {
    const known = (found: readonly Facts[]) => new Set(found.map(({ subject }) => subject));
    const settled = (found: readonly Facts[]) => witness.mails.every((subject) => known(found).has(subject));
    const received = await eventually(() => everyReceived(desk), settled, 60_000).catch(() => everyReceived(desk));
    const missing = witness.mails.filter((subject) => !known(received).has(subject));
    expect({ missing, places: received.filter(({ kind }) => kind === undefined) }).toEqual({ missing: [], places: [] });
    expect(received.map(({ subject }) => subject).sort()).toEqual([...witness.mails].sort());
    for (const { messageId } of received) {
      const history = await desk.list(`/history/received-messages/${textOf(messageId)}?limit=100`);
      expect(history.filter(({ type }) => endStates.includes(textOf(type)))).toHaveLength(1);
    }
  }, 120_000);

  it('has every command in the history that it answered 2xx', async () => {
    for (const candidateId of witness.candidates) {
      const history = await desk.list(`/history/candidates/${candidateId}`);
      expect(history[0]).toMatchObject({ type: 'candidate.registered' });
    }
    for (const messageId of witness.messages) {
      const history = await desk.list(`/history/sent-messages/${messageId}?limit=100`);
      expect(history[0]).toMatchObject({ type: 'outbound-message.queued' });
    }
  }, 120_000);

  it('S28, S29: has sent nothing twice, and says uncertain where it cannot know', async () => {
    const ends = await eventually(
      () =>
        Promise.all(
          witness.messages.map(async (messageId) => [messageId, (await desk.get(`/sent-messages/${messageId}`))['state']] as const),
        ),
      (found) => found.every(([, state]) => state === 'accepted' || state === 'uncertain'),
      90_000,
    );
    const taken = relay.taken.map(({ messageId }) => messageId);
    expect(new Set(taken).size).toBe(taken.length);
    const missing = ends.filter(([messageId, state]) => state === 'accepted' && !taken.some((id) => id.includes(messageId)));
    expect(missing).toEqual([]);
  }, 120_000);

  it('has hash chains that verify', async () => {
    expect(await room.service.cli('verify')).toContain('Every chain is whole.');
  }, 60_000);
});

async function killAgainAndAgain(room: Mailroom, witness: Witness): Promise<void> {
  const atWork = [witness.keepMailing(), witness.keepMailing(), witness.keepMailing(), witness.keepCommanding(), witness.keepCommanding()];
  for (let kill = 0; kill < kills; kill++) {
    await pause(randomInt(50, 900));
    await room.service.kill();
    await room.service.start();
  }
  // However slow the machine was: enough must have come through to mean something.
  await eventually(
    async () => Math.min(witness.mails.length, witness.messages.length),
    (least) => least > kills,
    60_000,
  );
  witness.end();
  await Promise.all(atWork);
}

/** Every received message of the company, from all the places where one can be. */
async function everyReceived(desk: CompanyDesk): Promise<readonly Facts[]> {
  const found: Facts[] = [];
  for (const filter of ['people', 'automatic', 'lists', 'reports', 'quarantined'])
    found.push(...(await allPages(desk, `/messages/to-assign?filter=${filter}`)));
  found.push(...(await allPages(desk, '/messages/new?')).filter(({ candidateId }) => candidateId !== undefined));
  return found;
}

async function allPages(desk: CompanyDesk, path: string): Promise<readonly Facts[]> {
  const found: Facts[] = [];
  let cursor = '';
  do {
    const page: Facts = await desk.get(`${path}&limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`);
    found.push(...itemsOf(page));
    cursor = typeof page['next'] === 'string' ? page['next'] : '';
  } while (cursor !== '');
  return found;
}
