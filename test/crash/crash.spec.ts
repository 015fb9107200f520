import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MisbehavingRelay } from '#test/peers/misbehaving-relay.js';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import { eventually } from '#test/service/eventually.js';
import { writeMail } from '#test/service/mail.js';
import { type CompanyDesk, type Facts, itemsOf, Mailroom, textOf } from '#test/service/mailroom.js';
import { OwnServer } from '#test/service/own-server.js';

const kills = 20;
const endStates = [
  'inbound-message.routed-to-candidate',
  'inbound-message.queued-for-assignment',
  'inbound-message.filed',
  'inbound-message.set-aside',
  'inbound-message.quarantined',
];

/** Mails that were answered 250 and commands that were answered 2xx of one company, while the service was killed again and again. */
class Witness {
  readonly mails: string[] = [];
  readonly candidates: string[] = [];
  readonly messages: string[] = [];
  private ended = false;

  constructor(
    private readonly room: Mailroom,
    readonly desk: CompanyDesk,
    private readonly known: readonly string[],
    /** The server that its mail leaves over. */
    readonly server: MisbehavingRelay,
  ) {}

  static async of(room: Mailroom, slug: string, server: MisbehavingRelay): Promise<Witness> {
    const desk = await room.company(slug);
    const known: string[] = [];
    for (const address of ['known@home.example', 'other@home.example'])
      known.push((await desk.candidate({ addresses: [address] })).candidateId);
    return new Witness(room, desk, known, server);
  }

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
  let room: Mailroom;
  let companies: readonly Witness[];

  beforeAll(async () => {
    const relay = await MisbehavingRelay.start();
    room = await Mailroom.open({
      POSTSTELLE_SERVICE_RELAY: relay.url,
      POSTSTELLE_ALLOW_NETWORKS: '127.0.0.0/8',
      POSTSTELLE_MAILBOX_RATE_PER_MINUTE: '6000',
      POSTSTELLE_HTTP_RATE_PER_MINUTE: '100000',
      POSTSTELLE_LOG_LEVEL: 'warn',
    });
    companies = [await Witness.of(room, 'acme', relay), await withOwnServer(room)];
    await killAgainAndAgain(room, companies);
  }, 300_000);

  afterAll(async () => {
    await room.close();
    for (const { server } of companies) await server.stop();
  });

  it('has something to answer for', () => {
    for (const { mails, messages } of companies) {
      expect(mails.length).toBeGreaterThan(kills);
      expect(messages.length).toBeGreaterThan(kills);
    }
  });

  it('S27: has every mail that it answered 250, exactly once, with exactly one end state', async () => {
    for (const { desk, mails } of companies) {
      const known = (found: readonly Facts[]) => new Set(found.map(({ subject }) => subject));
      const settled = (found: readonly Facts[]) => mails.every((subject) => known(found).has(subject));
      const received = await eventually(() => everyReceived(desk), settled, 60_000).catch(() => everyReceived(desk));
      const missing = mails.filter((subject) => !known(received).has(subject));
      expect({ missing, places: received.filter(({ kind }) => kind === undefined) }).toEqual({ missing: [], places: [] });
      expect(received.map(({ subject }) => subject).sort()).toEqual([...mails].sort());
      for (const { messageId } of received) {
        const history = await desk.list(`/history/received-messages/${textOf(messageId)}?limit=100`);
        expect(history.filter(({ type }) => endStates.includes(textOf(type)))).toHaveLength(1);
      }
    }
  }, 120_000);

  it('has every command in the history that it answered 2xx', async () => {
    for (const { desk, candidates, messages } of companies) {
      for (const candidateId of candidates) {
        const history = await desk.list(`/history/candidates/${candidateId}`);
        expect(history[0]).toMatchObject({ type: 'candidate.registered' });
      }
      for (const messageId of messages) {
        const history = await desk.list(`/history/sent-messages/${messageId}?limit=100`);
        expect(history[0]).toMatchObject({ type: 'outbound-message.queued' });
      }
    }
  }, 120_000);

  it('S28, S29: has sent nothing twice over the relay or a company’s own server, and says uncertain where it cannot know', async () => {
    for (const { desk, messages, server } of companies) {
      const ends = await eventually(
        () =>
          Promise.all(messages.map(async (messageId) => [messageId, (await desk.get(`/sent-messages/${messageId}`))['state']] as const)),
        (found) => found.every(([, state]) => state === 'accepted' || state === 'uncertain'),
        90_000,
      );
      const taken = server.taken.map(({ messageId }) => messageId);
      expect(new Set(taken).size).toBe(taken.length);
      const missing = ends.filter(([messageId, state]) => state === 'accepted' && !taken.some((id) => id.includes(messageId)));
      expect(missing).toEqual([]);
    }
  }, 120_000);

  it('has hash chains that verify', async () => {
    expect(await room.service.cli('verify')).toContain('Every chain is whole.');
  }, 60_000);
});

/** A company whose mail leaves over a server of its own, with TLS and a password that is in the vault alone. */
async function withOwnServer(room: Mailroom): Promise<Witness> {
  const mailbox = { address: 'jobs@own.example', password: 'a secret of its own' };
  const server = await OwnServer.start(mailbox, await PrivateAuthority.create());
  const witness = await Witness.of(room, 'own', server.relay);
  await server.connect(witness.desk);
  return witness;
}

async function killAgainAndAgain(room: Mailroom, companies: readonly Witness[]): Promise<void> {
  const atWork = companies.flatMap((each) => [each.keepMailing(), each.keepMailing(), each.keepCommanding(), each.keepCommanding()]);
  for (let kill = 0; kill < kills; kill++) {
    await pause(randomInt(50, 900));
    await room.service.kill();
    await room.service.start();
  }
  // However slow the machine was: enough must have come through to mean something.
  await eventually(
    async () => Math.min(...companies.flatMap(({ mails, messages }) => [mails.length, messages.length])),
    (least) => least > kills,
    60_000,
  );
  for (const each of companies) each.end();
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
