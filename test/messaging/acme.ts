import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '#test/http/at.js';
import { eventually } from '#test/service/eventually.js';
import { type Answer, type Caller, MailRoom } from './mail-room.js';

let mails = 0;

/** A mail as lines, from somebody to somebody, unlike every other one. */
export function mailFrom(from: string, to: string, more: readonly string[] = [], body = 'Dear Acme'): readonly string[] {
  mails += 1;
  const header = [`From: ${from}`, `To: ${to}`, `Subject: Mail ${String(mails)}`, `Message-ID: <${String(mails)}@mail.example>`];
  return [...header, 'Date: Fri, 20 Nov 2026 10:00:00 +0100', ...more, '', body, ''];
}

/** The company Acme in a mail room, and somebody there who may do everything. */
export class Acme {
  private constructor(
    readonly room: MailRoom,
    readonly anna: Caller,
    readonly companyId: string,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Acme> {
    const folder = mkdtempSync(join(tmpdir(), 'poststelle-'));
    const room = await MailRoom.open(folder);
    const anna = await room.caller();
    const answer = await anna.post('/companies', { slug: 'acme', name: 'Acme', languages: ['en'], timeZone: 'Europe/Berlin' });
    return new Acme(room, anna, at(answer.body, 'companyId'), folder);
  }

  /** Another company in the same mail room. */
  async another(slug: string): Promise<Acme> {
    const answer = await this.anna.post('/companies', { slug, name: slug, languages: ['en'], timeZone: 'UTC' });
    return new Acme(this.room, this.anna, at(answer.body, 'companyId'), this.folder);
  }

  async close(): Promise<void> {
    await this.room.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  path(rest: string): string {
    return `/companies/${this.companyId}${rest}`;
  }

  get(rest: string, caller = this.anna): Promise<Answer> {
    return caller.get(this.path(rest));
  }

  post(rest: string, body: object = {}, key?: string, caller = this.anna): Promise<Answer> {
    return caller.post(this.path(rest), body, key);
  }

  /** Registers a candidate with one application and answers its id. */
  async candidate(name: string, address: string, application: object = { job: 'Cook' }): Promise<string> {
    const answer = await this.post('/candidates', { name, addresses: [address], application });
    return at(answer.body, 'candidateId');
  }

  /** Registers a subsidiary and answers its id. */
  async subsidiary(name: string, tag: string): Promise<string> {
    const answer = await this.post('/subsidiaries', { name, tag });
    return at(answer.body, 'subsidiaryId');
  }

  /** Sends to the candidate and answers with what the mail that leaves carries. */
  async write(
    candidateId: string,
    more: object = {},
  ): Promise<{ readonly id: string; readonly messageId: string; readonly replyTo: string }> {
    const answer = await this.post(`/candidates/${candidateId}/messages`, { subject: 'Your application', text: 'Dear candidate', ...more });
    const id = at(answer.body, 'messageId');
    await this.room.messages().reached(at(answer.body, 'position'));
    const raw = await eventually(
      () => this.get(`/sent-messages/${id}/content/raw`),
      ({ status }) => status === 200,
    );
    const field = (name: string) => new RegExp(`^${name}: .*?<?([^<>\\s]+@[^<>\\s]+?)>?\\r?$`, 'im').exec(raw.text)?.[1] ?? '';
    return { id, messageId: `<${field('Message-ID')}>`, replyTo: field('Reply-To') };
  }

  /** Delivers a mail and answers with its line, once it has its end state. */
  async receives(lines: readonly string[], recipients: readonly string[] = ['acme-jobs@poststelle.test']): Promise<Line> {
    const before = new Set((await this.lines()).map(({ messageId }) => messageId));
    await this.room.deliver('acme', recipients, lines);
    const found = await eventually(
      async () => (await this.lines()).find(({ messageId }) => !before.has(messageId)),
      (line) => line !== undefined,
    );
    if (found === undefined) throw new Error('The mail was never seen.');
    return found;
  }

  /** Every received message that has an end state, wherever it is. */
  async lines(): Promise<readonly Line[]> {
    const { rows } = this.room.messages();
    const found = await rows
      .selectFrom('messages')
      .select(['message_id', 'place', 'candidate_id', 'reason'])
      .where('direction', '=', 'in')
      .where('place', 'not in', ['received', 'classified'])
      .execute();
    return found.map((row) => ({ messageId: row.message_id, place: row.place, candidateId: row.candidate_id, reason: row.reason }));
  }
}

export interface Line {
  readonly messageId: string;
  readonly place: string | null;
  readonly candidateId: string | null;
  readonly reason: string | null;
}
