import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { type Answer, Api } from './api.js';
import { eventually } from './eventually.js';
import { type MailToWrite, writeMail } from './mail.js';
import { deliver, type Reply } from './smtp-client.js';
import { type Environment, StartedService } from './started-service.js';

/** A JSON object of an answer; what is read from it is asserted by the test that reads it. */
export type Facts = Readonly<Record<string, unknown>>;

export function facts(answer: Answer, ...statuses: readonly number[]): Facts {
  if (!(statuses.length === 0 ? [200, 201, 202] : statuses).includes(answer.status))
    throw new Error(`Answered ${String(answer.status)}: ${JSON.stringify(answer.body).slice(0, 1_500)}`);
  return factsOf(answer.body);
}

export function factsOf(value: unknown): Facts {
  if (typeof value !== 'object' || value === null) throw new Error(`No object: ${JSON.stringify(value)}`);
  return Object.fromEntries(Object.entries(value));
}

export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`No text: ${JSON.stringify(value)}`);
  return value;
}

export function itemsOf(value: Facts): readonly Facts[] {
  if (!Array.isArray(value['items'])) throw new Error(`No list: ${JSON.stringify(value).slice(0, 500)}`);
  return value['items'].map(factsOf);
}

/** The started service with its operator's token, and what companies and mail clients do with it. */
export class Mailroom {
  private constructor(
    readonly service: StartedService,
    readonly platform: Api,
  ) {}

  static async open(environment: Environment = {}): Promise<Mailroom> {
    const service = await StartedService.onEmptyDirectory(environment);
    return new Mailroom(service, new Api(service, await service.cli('token', '--platform')));
  }

  async company(slug: string): Promise<CompanyDesk> {
    const registered = facts(
      await this.platform.post('/companies', { slug, name: `${slug} GmbH`, languages: ['de', 'en'], timeZone: 'Europe/Berlin' }),
    );
    return new CompanyDesk(this, slug, textOf(registered['companyId']), await this.tokenFor(slug));
  }

  /** A token with every scope of one company. */
  async tokenFor(slug: string, ...more: readonly string[]): Promise<Api> {
    const scopes = [
      'recruiting-settings:read',
      'recruiting-settings:write',
      'candidates:write',
      'employees:write',
      'messages:read',
      'messages:send',
      'messages:assign',
      'history:read',
      'analytics:read',
    ];
    return new Api(this.service, await this.service.cli('token', '--company', slug, '--scope', scopes.join(' '), ...more));
  }

  /** One mail over SMTP to the envelope recipients, as its sender's own server would. */
  send(mail: MailToWrite, to: string | readonly string[], envelopeSender = mail.from ?? ''): Promise<Reply> {
    return this.sendRaw(writeMail(mail), to, envelopeSender);
  }

  sendRaw(raw: string | Buffer, to: string | readonly string[], envelopeSender: string): Promise<Reply> {
    return deliver(this.service.smtpPort, { from: envelopeSender, to: typeof to === 'string' ? [to] : to, raw });
  }

  /** The mails in the local outbox, as their bytes. */
  outbox(): readonly string[] {
    const folder = join(this.service.dataDirectory, 'outbox');
    return readdirSync(folder)
      .filter((file) => file.endsWith('.eml'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
  }

  async close(): Promise<void> {
    await this.service.remove();
  }
}

export interface NewCandidate {
  readonly name?: string;
  readonly addresses?: readonly string[];
  readonly job?: string;
  readonly subsidiaryId?: string;
  readonly externalId?: string;
}

export interface Registered {
  readonly candidateId: string;
  readonly applicationId: string;
}

/** What one company does, with a token of its own. */
export class CompanyDesk {
  constructor(
    readonly room: Mailroom,
    readonly slug: string,
    readonly id: string,
    readonly api: Api,
  ) {}

  get address(): string {
    return `${this.slug}-jobs@poststelle.test`;
  }

  async get(path: string): Promise<Facts> {
    return facts(await this.api.get(`/companies/${this.id}${path}`));
  }

  post(
    path: string,
    body: unknown = {},
    ask: { readonly key?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Answer> {
    return this.api.post(`/companies/${this.id}${path}`, body, ask);
  }

  async subsidiary(name: string, tag: string): Promise<string> {
    return textOf(facts(await this.post('/subsidiaries', { name, tag }))['subsidiaryId']);
  }

  async candidate({
    name = 'Anna Beispiel',
    addresses = ['anna@home.example'],
    job = 'Baker',
    subsidiaryId,
    externalId,
  }: NewCandidate = {}): Promise<Registered> {
    const application = { job, ...(subsidiaryId === undefined ? {} : { subsidiaryId }) };
    const registered = facts(
      await this.post('/candidates', { name, addresses, application, ...(externalId === undefined ? {} : { externalId }) }),
    );
    return { candidateId: textOf(registered['candidateId']), applicationId: textOf(registered['applicationId']) };
  }

  /** Sends a mail to a candidate; answers what the command answered. */
  async write(candidateId: string, message: Facts = {}): Promise<Facts> {
    return facts(
      await this.post(`/candidates/${candidateId}/messages`, {
        subject: 'Your application',
        text: 'We would like to meet you.',
        ...message,
      }),
    );
  }

  /** The sent message once it is in one of the states. */
  sentMessage(messageId: unknown, ...states: readonly string[]): Promise<Facts> {
    return eventually(
      () => this.get(`/sent-messages/${textOf(messageId)}`),
      ({ state }) => states.includes(String(state)),
    );
  }

  async conversation(candidateId: string): Promise<readonly Facts[]> {
    return itemsOf(await this.get(`/candidates/${candidateId}/messages?limit=100`));
  }

  /** The conversation once it has `count` messages, none more. */
  async conversationOf(candidateId: string, count: number): Promise<readonly Facts[]> {
    const entries = await eventually(
      () => this.conversation(candidateId),
      (found) => found.length >= count,
    );
    expect(entries).toHaveLength(count);
    return entries;
  }

  async list(path: string): Promise<readonly Facts[]> {
    return itemsOf(await this.get(path));
  }

  /** The list once it has `count` entries. */
  async listOf(path: string, count: number): Promise<readonly Facts[]> {
    const entries = await eventually(
      () => this.list(path),
      (found) => found.length >= count,
    );
    expect(entries).toHaveLength(count);
    return entries;
  }

  /** The mail that went to the local outbox for this message, as its bytes. */
  async outgoing(messageId: string): Promise<string> {
    const found = await eventually(
      async () => this.room.outbox().find((mail) => mail.includes(`Message-ID: <${messageId}@`)),
      (mail) => mail !== undefined,
    );
    return found ?? '';
  }
}

/** The value of a header field of a raw mail, unfolded; "" where there is none. */
export function headerOf(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line === undefined ? '' : line.slice(name.length + 1).trim();
}
