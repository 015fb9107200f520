import { NODATA, NOTFOUND } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { partsOf } from '#kernel/email-address.js';
import type { MailExchangers } from '../../application/ports/mail-exchangers.port.js';

/** As Google Workspace publishes them. */
const ofGoogle = /(?:^|\.)(?:google|googlemail)\.com\.?$/i;
const rememberedMs = 10 * 60_000;
/** Long enough that a DNS which is down makes a settings page slow once, not each time. */
const silenceRememberedMs = 60_000;
const most = 1_000;

/** Asks the DNS, and remembers the answer for 10 minutes: a settings page is opened more often than a domain moves. */
export class DnsMailExchangers implements MailExchangers {
  private readonly answers = new Map<string, { readonly google: boolean; readonly until: number }>();
  private readonly resolver = new Resolver({ timeout: 1_000, tries: 2 });

  /** `servers` as address:port; those of the system unless told. `elapsedMs` never goes back. */
  constructor(
    servers?: readonly string[],
    private readonly elapsedMs: () => number = () => performance.now(),
  ) {
    if (servers !== undefined) this.resolver.setServers(servers);
  }

  async areGoogles(address: string): Promise<boolean> {
    const domain = partsOf(address)?.domain;
    if (domain === undefined) return false;
    const known = this.answers.get(domain);
    if (known !== undefined && known.until > this.elapsedMs()) return known.google;
    const google = await this.ask(domain);
    if (this.answers.size >= most) this.answers.clear();
    // While nothing is known, nothing is claimed.
    this.answers.set(domain, {
      google: google ?? false,
      until: this.elapsedMs() + (google === undefined ? silenceRememberedMs : rememberedMs),
    });
    return google ?? false;
  }

  /** `undefined` where the DNS did not answer. */
  private async ask(domain: string): Promise<boolean | undefined> {
    try {
      const records = await this.resolver.resolveMx(domain);
      return records.some(({ exchange }) => ofGoogle.test(exchange));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      return code === NOTFOUND || code === NODATA ? false : undefined;
    }
  }
}
