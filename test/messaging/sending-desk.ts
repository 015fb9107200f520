import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { companyIdOf } from '#platform/event-store/identity.js';
import type { Scope } from '#platform/http/scopes.js';
import { SendingModule } from '../../src/contexts/messaging/sending.module.js';
import { PeopleApplication } from '../people/people-application.js';
import { eventually } from '../service/eventually.js';

const scopes: readonly Scope[] = [
  'companies:register',
  'recruiting-settings:write',
  'candidates:write',
  'employees:write',
  'messages:send',
  'messages:read',
];

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

interface Ask {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly subsidiaries?: readonly string[];
}

/** Sending behind the real HTTP pipeline, with a company and candidates to write to. */
export class SendingDesk {
  private constructor(
    readonly people: PeopleApplication,
    readonly folder: string,
    readonly slug: string,
  ) {}

  static async open(
    environment: Readonly<Record<string, string>> = {},
    before?: SendingDesk,
    contexts: readonly Type[] = [],
  ): Promise<SendingDesk> {
    const folder = before?.folder ?? mkdtempSync(join(tmpdir(), 'sending-'));
    const people = await PeopleApplication.start(folder, {
      environment: { POSTSTELLE_DATA: folder, POSTSTELLE_SMTP_PORT: '0', ...environment },
      contexts: [SendingModule, ...contexts],
      ...(before === undefined ? {} : { store: before.people.store, keys: before.people.keys }),
    });
    const desk = new SendingDesk(people, folder, before?.slug ?? 'acme');
    if (before === undefined) {
      const company = { slug: 'acme', name: 'Acme GmbH', languages: ['de'], timeZone: 'Europe/Berlin' };
      await desk.must(201, 'POST', '/companies', company);
    }
    return desk;
  }

  get outbox(): string {
    return join(this.folder, 'outbox');
  }

  get company(): string {
    return `/companies/${companyIdOf(this.slug)}`;
  }

  /** A new person with an open application; answers with the ids. */
  async candidate(...addresses: readonly string[]): Promise<{ readonly candidateId: string; readonly applicationId: string }> {
    const body = { name: 'Anna Beispiel', addresses, application: { job: 'Cook' } };
    const { body: told } = await this.must(201, 'POST', `${this.company}/candidates`, body);
    return { candidateId: String(told['candidateId']), applicationId: String(told['applicationId']) };
  }

  send(candidateId: string, body: object = {}, ask: Ask = {}): Promise<Told> {
    const said = { subject: 'Your application', text: 'Dear Anna' };
    return this.ask('POST', `${this.company}/candidates/${candidateId}/messages`, { ...said, ...body }, ask);
  }

  /** Sends, and answers with the id of the message. */
  async sent(candidateId: string, body: object = {}): Promise<string> {
    const told = await this.send(candidateId, body);
    if (told.status !== 202) throw new Error(`Not queued: ${told.text}`);
    return String(told.body['messageId']);
  }

  read(messageId: string): Promise<Told> {
    return this.ask('GET', `${this.company}/sent-messages/${messageId}`);
  }

  /** Once the message stands there. */
  async reaches(messageId: string, state: string): Promise<Told['body']> {
    const told = await eventually(
      () => this.read(messageId),
      ({ body }) => body['state'] === state,
    );
    return told.body;
  }

  say(messageId: string, word: string, body: object = {}): Promise<Told> {
    return this.ask('POST', `${this.company}/sent-messages/${messageId}/${word}`, body);
  }

  async ask(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    { key = randomUUID(), headers = {}, subsidiaries }: Ask = {},
  ): Promise<Told> {
    const token = await this.people.token({ scopes, ...(subsidiaries === undefined ? {} : { subsidiaries }) });
    const answer = await this.people.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}`, ...(method === 'POST' ? { 'idempotency-key': key } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: answer.statusCode, headers: answer.headers, body: parsed(answer.body), text: answer.body };
  }

  async must(status: number, method: 'GET' | 'POST', path: string, body?: object): Promise<Told> {
    const told = await this.ask(method, path, body);
    if (told.status !== status) throw new Error(`${method} ${path} answered ${told.status}: ${told.text}`);
    return told;
  }

  /** Stops the service; what it keeps stays for the next one that is opened on it. */
  async close(): Promise<void> {
    await this.people.close();
  }

  async closeForGood(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function parsed(text: string): Told['body'] {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}
