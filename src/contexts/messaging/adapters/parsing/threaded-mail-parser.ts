import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { Config } from '#platform/config/config.js';
import { mailDomainsOf } from '#platform/config/mail-domains.js';
import type { AttachmentReader } from '../../application/parsing/attachment-reader.port.js';
import { MailDefeatedParser, type MailParser } from '../../application/parsing/mail-parser.port.js';
import type { ParsedMail } from '../../application/parsing/parsed-mail.js';
import type { ParserAnswer, ParserJob } from './parser-job.js';
import { ParserPool, type PoolOptions } from './parser-pool.js';
import { rawBytes } from './raw-bytes.js';

/** One core is left for the rest of the service; a mail of 35 MB parses in about two seconds. */
export const poolOptions: PoolOptions = {
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  waiting: 200,
  idleMs: 10_000,
  timeMs: 60_000,
  heapMb: 512,
};
export const PoolOptionsToken = Symbol('PoolOptions');

/** mailparser in threads of its own, off the accept path: what a mail does to it, it does to one thread. */
@Injectable()
export class ThreadedMailParser implements MailParser, AttachmentReader, OnApplicationShutdown {
  private readonly log = new Logger('MailParser');
  private readonly pool: ParserPool;
  private readonly domains: readonly string[];

  constructor(@Inject(Config) config: Config, @Optional() @Inject(PoolOptionsToken) options: PoolOptions = poolOptions) {
    this.pool = new ParserPool(options);
    this.domains = mailDomainsOf(config);
  }

  async parse(raw: Readable, signal?: AbortSignal): Promise<ParsedMail> {
    const answer = await this.ask({ ask: 'parse', raw: await rawBytes(raw), domains: this.domains }, signal);
    if (answer.answer !== 'parsed') throw new Error('A parser thread answered something else than it was asked.');
    return answer.mail;
  }

  async read(raw: Readable, index: number) {
    const answer = await this.ask({ ask: 'attachment', raw: await rawBytes(raw), index });
    if (answer.answer !== 'attachment') throw new Error('A parser thread answered something else than it was asked.');
    return answer.attachment;
  }

  onApplicationShutdown(): void {
    this.pool.close();
  }

  private async ask(job: ParserJob, signal?: AbortSignal): Promise<ParserAnswer> {
    const answer = await this.pool.run(job, signal);
    if (answer.answer === 'failed') {
      this.log.error(`A parser thread failed over a mail: ${answer.message}`);
      throw new MailDefeatedParser('parser-fault');
    }
    return answer;
  }
}
