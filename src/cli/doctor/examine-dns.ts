import { Resolver } from 'node:dns/promises';
import type { Config } from '../../platform/config/config.js';
import { faultOf } from '../../platform/data-directory/fault.js';
import { type Finding, ok, warning, wrong } from './finding.js';

/** Bounded: 2 tries of 3 s for each question. */
const resolver = new Resolver({ timeout: 3_000, tries: 2 });

/** What other mail servers see of the mail domain: who takes its mail, who may send for it, its DKIM key and its policy. */
export async function examineDns({ mailDomain, dkim, smtp }: Config): Promise<readonly Finding[]> {
  return Promise.all([
    mx(mailDomain, smtp.name),
    text('SPF', mailDomain, 'v=spf1', 'Servers that may send for it are not named, so that its mail may be taken for forged.'),
    dkim === undefined
      ? warning('DKIM', 'No key is configured: mail is not signed by this service.')
      : text(
          'DKIM',
          `${dkim.selector}._domainkey.${mailDomain}`,
          'p=',
          'The public key is not published, so that the signature proves nothing.',
        ),
    text('DMARC', `_dmarc.${mailDomain}`, 'v=DMARC1', 'There is no policy for forged mail.'),
  ]);
}

async function mx(domain: string, name: string): Promise<Finding> {
  const found = await asked(() => resolver.resolveMx(domain));
  if (typeof found === 'string') return wrong('MX', `${domain}: ${found}`);
  const names = found.map(({ exchange }) => exchange.toLowerCase());
  const listed = names.join(', ');
  return names.includes(name)
    ? ok('MX', `${listed}.`)
    : warning('MX', `${listed}; the ingress calls itself ${name} (POSTSTELLE_SMTP_NAME).`);
}

async function text(about: string, domain: string, mark: string, missing: string): Promise<Finding> {
  const found = await asked(() => resolver.resolveTxt(domain));
  if (typeof found === 'string') return wrong(about, `${domain}: ${found} ${missing}`);
  const records = found.map((pieces) => pieces.join('')).filter((record) => record.includes(mark));
  if (records.length > 1 && mark === 'v=spf1')
    return wrong(about, `${domain} has ${records.length} SPF records; only one is allowed (RFC 7208).`);
  return records.length === 0 ? wrong(about, `${domain}: ${missing}`) : ok(about, `${domain} has a record.`);
}

/** The answer, or why there is none. */
async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer | string> {
  try {
    return await ask();
  } catch (error) {
    const { code } = faultOf(error);
    if (code === 'ENODATA' || code === 'ENOTFOUND') return 'there is no such record.';
    return `the DNS could not be asked (${code}).`;
  }
}
