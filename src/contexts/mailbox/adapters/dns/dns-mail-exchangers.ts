import { Resolver } from 'node:dns/promises';
import { partsOf } from '#kernel/email-address.js';
import type { MailExchangers } from '../../application/ports/mail-exchangers.port.js';

/** As Google Workspace publishes them. */
const ofGoogle = /(?:^|\.)(?:google|googlemail)\.com\.?$/i;
const rememberedMs = 10 * 60_000;
const most = 1_000;

/** Asks the DNS, and remembers the answer for 10 minutes: a settings page is opened more often than a domain moves. */
export class DnsMailExchangers implements MailExchangers {
  private readonly answers = new Map<string, { readonly google: boolean; readonly until: number }>();
  private readonly resolver = new Resolver({ timeout: 1_000, tries: 2 });

  async areGoogles(address: string): Promise<boolean> {
    const domain = partsOf(address)?.domain;
    if (domain === undefined) return false;
    const known = this.answers.get(domain);
    if (known !== undefined && known.until > performance.now()) return known.google;
    const google = await this.ask(domain);
    if (this.answers.size >= most) this.answers.clear();
    this.answers.set(domain, { google, until: performance.now() + rememberedMs });
    return google;
  }

  private async ask(domain: string): Promise<boolean> {
    try {
      const records = await this.resolver.resolveMx(domain);
      return records.some(({ exchange }) => ofGoogle.test(exchange));
    } catch {
      // No such domain, no MX, no answer: nothing is known, and nothing is claimed.
      return false;
    }
  }
}
