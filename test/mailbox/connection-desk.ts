import { Global, Module, type Type } from '@nestjs/common';
import { jest } from '@jest/globals';
import { companyIdOf } from '#platform/event-store/identity.js';
import { ToDoWorkers, usualWorkPace } from '#platform/to-dos/to-do-workers.js';
import { WorkPace } from '#platform/to-dos/work-pace.js';
import { mailboxIdOf } from '../../src/contexts/mailbox/application/mailbox-ids.js';
import { RecruitingMailboxes } from '../../src/contexts/mailbox/application/ports/recruiting-mailboxes.port.js';
import { type ProbeAnswer, SmtpProbe } from '../../src/contexts/mailbox/application/ports/smtp-probe.port.js';
import { ConnectionHealth, type MailboxEvent, SmtpConnections } from '../../src/contexts/mailbox/public/index.js';
import { Secrets } from '../../src/contexts/vault/public/secrets.js';
import { HandMovedClock } from '../hand-moved-clock.js';
import type { Answer } from '../people/answer.js';
import { PeopleApplication } from '../people/people-application.js';
import { InMemorySecrets } from '../vault/in-memory-secrets.js';

export const companyId = companyIdOf('acme');
const mailboxId = mailboxIdOf(companyId);
const address = 'jobs@acme.example';

export const takes: ProbeAnswer = { ok: true, probed: { stage: 'recipient' } };
export const refusesLogin: ProbeAnswer = { ok: false, why: 'login-refused', probed: { stage: 'login', code: '535 5.7.8' } };

/** Looked for often, so that a clock that was moved is soon noticed. */
@Global()
@Module({ providers: [{ provide: WorkPace, useValue: { ...usualWorkPace, pollMs: 30, backOff: () => 0 } }], exports: [WorkPace] })
class QuickWorkModule {}

/** Acme's own connection behind the real HTTP pipeline: the clock is moved by hand, and its server answers as it is told. */
export class ConnectionDesk {
  readonly clock = new HandMovedClock();
  /** What the server answers to the next who asks. */
  server: () => Promise<ProbeAnswer> = async () => takes;
  /** The passwords that the server was asked with. */
  readonly tried: string[] = [];

  private constructor(
    readonly people: PeopleApplication,
    readonly vault: InMemorySecrets,
  ) {
    jest.spyOn(people.app.get<SmtpProbe>(SmtpProbe, { strict: false }), 'reach').mockImplementation((_, __, password) => {
      this.tried.push(password);
      return this.server();
    });
  }

  static async open(folder: string, ...contexts: readonly Type[]): Promise<ConnectionDesk> {
    const environment = { POSTSTELLE_DATA: folder, POSTSTELLE_SMTP_PORT: '0' };
    const people = await PeopleApplication.start(folder, { environment, contexts: [QuickWorkModule, ...contexts] });
    const vault: unknown = people.app.get(Secrets, { strict: false });
    if (!(vault instanceof InMemorySecrets)) throw new Error('The secrets are not those of the specs.');
    const desk = new ConnectionDesk(people, vault);
    await desk.register('acme');
    return desk;
  }

  async register(slug: string): Promise<void> {
    await this.ask('/companies', { slug, name: slug, languages: ['de'], timeZone: 'Europe/Berlin' });
  }

  /** Of the company's mailbox; `slug` is the company's where it is not Acme. */
  post(path: string, body: object = {}, more: { readonly key?: string; readonly slug?: string } = {}): Promise<Answer> {
    const { slug = 'acme', ...asked } = more;
    return this.ask(`/companies/${companyIdOf(slug)}/mailbox${path}`, body, asked);
  }

  async get(path = ''): Promise<Answer> {
    return this.people.get(`/companies/${companyId}/mailbox${path}`, await this.token());
  }

  establish(password: string, slug = 'acme'): Promise<Answer> {
    return this.post('/smtp-connection', { host: 'mail.acme.example', port: 587, account: address, password }, { slug });
  }

  /** Its own address, over its own server. */
  async connect(password: string): Promise<void> {
    await this.post('/individual-address', { address });
    const { status, body } = await this.establish(password);
    if (status !== 200) throw new Error(`It is not connected: ${String(body.reason)}`);
  }

  /** A delivery was refused over the connection as it stands. */
  async needsAttention(): Promise<void> {
    const health = this.people.app.get<ConnectionHealth>(ConnectionHealth, { strict: false });
    const { connectionId = '' } = (await this.connection()) ?? {};
    await health.impaired(companyId, mailboxId, connectionId, { reason: 'login-refused', stage: 'login' });
  }

  /** What mail would leave over. */
  connection() {
    return this.people.app.get<SmtpConnections>(SmtpConnections, { strict: false }).find(companyId, mailboxId);
  }

  async facts(): Promise<readonly MailboxEvent[]> {
    const mailboxes = this.people.app.get<RecruitingMailboxes>(RecruitingMailboxes, { strict: false });
    return (await mailboxes.load(companyId, mailboxId))?.events ?? [];
  }

  get work(): ToDoWorkers {
    return this.people.app.get(ToDoWorkers, { strict: false });
  }

  async close(): Promise<void> {
    this.clock.letGo();
    await this.people.close();
  }

  private async ask(path: string, body: object, more: { readonly key?: string } = {}): Promise<Answer> {
    return this.people.post(path, body, { ...more, token: await this.token() });
  }

  private token(): Promise<string> {
    return this.people.token({ now: this.clock.now() });
  }
}
