import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '#test/service/started-service.js';
import type { KeyAndCertificate } from './private-authority.js';

const run = promisify(execFile);
const needed = ['/usr/sbin/postfix', '/usr/sbin/saslpasswd2'];

/** What this machine lacks to run a Postfix of its own; `undefined` where it lacks nothing. */
export function postfixLacks(): string | undefined {
  const missing = needed.filter((program) => !existsSync(program));
  if (missing.length > 0) return `${missing.join(' and ')} (Debian: postfix, sasl2-bin, libsasl2-modules)`;
  return process.getuid?.() === 0 ? undefined : 'the right to start Postfix, which only root has';
}

export interface PostfixOptions {
  readonly tls: KeyAndCertificate;
  /** Who may sign in, and the one address that they may send from. */
  readonly user: { readonly address: string; readonly password: string };
  /** Where it takes mail from outside. */
  readonly inboundPort: number;
  /** Where mail to an address of its own goes on to. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Server for each domain that mail leaves to; any other domain bounces. */
  readonly routes: Readonly<Record<string, number>>;
}

/** A real Postfix as a company runs it: submission with TLS and SASL, an ordinary door for mail from outside, and aliases that redirect. */
export class Postfix {
  private constructor(
    private readonly folder: string,
    /** Submission (RFC 6409): STARTTLS and login are wanted. */
    readonly submissionPort: number,
    /** TLS from the first octet (RFC 8314), and login. */
    readonly submissionsPort: number,
    /** Mail from outside to addresses of its own. */
    readonly inboundPort: number,
  ) {}

  static async start(options: PostfixOptions): Promise<Postfix> {
    const folder = mkdtempSync(join(tmpdir(), 'postfix-'));
    // Its daemons run as another user.
    chmodSync(folder, 0o755);
    const postfix = new Postfix(folder, await freePort(), await freePort(), options.inboundPort);
    await postfix.configure(options);
    await run('/usr/sbin/postfix', ['-c', postfix.config, 'start']);
    return postfix;
  }

  /** What it did with each mail. */
  get log(): string {
    const file = join(this.folder, 'mail.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  async stop(): Promise<void> {
    await run('/usr/sbin/postfix', ['-c', this.config, 'stop']);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get config(): string {
    return join(this.folder, 'config');
  }

  private async configure({ tls, user, aliases, routes }: PostfixOptions): Promise<void> {
    const at = (name: string) => join(this.folder, name);
    for (const name of ['config', 'config/sasl', 'queue', 'state']) mkdirSync(at(name), { mode: 0o755 });
    await run('/bin/chown', ['postfix', at('state')]);
    writeFileSync(at('key.pem'), tls.key, { mode: 0o600 });
    writeFileSync(at('cert.pem'), tls.cert);
    writeFileSync(at('config/aliases'), table(aliases));
    writeFileSync(at('config/senders'), table({ [user.address]: user.address }));
    writeFileSync(at('config/routes'), table(mapped(routes, (port) => `smtp:[127.0.0.1]:${String(port)}`)));
    const [, domain = ''] = user.address.split('@');
    writeFileSync(at('config/main.cf'), mainOf(at, domain));
    writeFileSync(at('config/master.cf'), masterOf(this));
    writeFileSync(at('config/sasl/smtpd.conf'), saslOf(at('users')));
    const created = run('/usr/sbin/saslpasswd2', ['-p', '-c', '-f', at('users'), '-u', domain, user.address.split('@')[0] ?? '']);
    created.child.stdin?.end(user.password);
    await created;
    await run('/bin/chown', ['postfix', at('users')]);
  }
}

function mainOf(at: (name: string) => string, domain: string): string {
  return settings({
    compatibility_level: '3.6',
    queue_directory: at('queue'),
    data_directory: at('state'),
    maillog_file: at('mail.log'),
    maillog_file_prefixes: tmpdir(),
    myhostname: `mail.${domain}`,
    mydestination: '',
    mynetworks: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    default_transport: 'error:5.1.2 no such domain here',
    transport_maps: `texthash:${at('config/routes')}`,
    virtual_alias_domains: domain,
    virtual_alias_maps: `texthash:${at('config/aliases')}`,
    smtp_dns_support_level: 'disabled',
    smtp_tls_security_level: 'may',
    smtpd_relay_restrictions: 'permit_sasl_authenticated, reject_unauth_destination',
    smtpd_sender_login_maps: `texthash:${at('config/senders')}`,
    smtpd_tls_cert_file: at('cert.pem'),
    smtpd_tls_key_file: at('key.pem'),
    smtpd_sasl_local_domain: domain,
    // A refused mail is tried again soon, so that nobody waits for it.
    minimal_backoff_time: '2s',
    maximal_backoff_time: '5s',
    queue_run_delay: '2s',
  });
}

function masterOf({ submissionPort, submissionsPort, inboundPort }: Postfix): string {
  const login = [
    'smtpd_sasl_auth_enable=yes',
    'smtpd_tls_auth_only=yes',
    'smtpd_client_restrictions=permit_sasl_authenticated,reject',
    'smtpd_sender_restrictions=reject_sender_login_mismatch',
  ].map((option) => `  -o ${option}`);
  return [
    `127.0.0.1:${String(submissionPort)} inet n - n - - smtpd`,
    '  -o smtpd_tls_security_level=encrypt',
    ...login,
    `127.0.0.1:${String(submissionsPort)} inet n - n - - smtpd`,
    '  -o smtpd_tls_wrappermode=yes',
    ...login,
    `127.0.0.1:${String(inboundPort)} inet n - n - - smtpd`,
    inner,
  ].join('\n');
}

/** Its own daemons, as Debian has them, without those that nothing here needs. */
const inner = `
pickup    unix       n - n 60    1 pickup
qmgr      unix       n - n 2     1 qmgr
cleanup   unix       n - n -     0 cleanup
tlsmgr    unix       - - n 1000? 1 tlsmgr
rewrite   unix       - - n -     - trivial-rewrite
bounce    unix       - - n -     0 bounce
defer     unix       - - n -     0 bounce
trace     unix       - - n -     0 bounce
flush     unix       n - n 1000? 0 flush
proxymap  unix       - - n -     - proxymap
smtp      unix       - - n -     - smtp
error     unix       - - n -     - error
retry     unix       - - n -     - error
anvil     unix       - - n -     1 anvil
scache    unix       - - n -     1 scache
postlog   unix-dgram n - n -     1 postlogd
`;

/** Cyrus SASL, with the users in a file. Debian's looks for this in the folder of Postfix's own configuration. */
function saslOf(users: string): string {
  return ['pwcheck_method: auxprop', 'auxprop_plugin: sasldb', `sasldb_path: ${users}`, 'mech_list: PLAIN LOGIN', ''].join('\n');
}

function settings(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('');
}

function table(rows: Readonly<Record<string, string>>): string {
  return Object.entries(rows)
    .map(([key, value]) => `${key} ${value}\n`)
    .join('');
}

function mapped<Value, Other>(record: Readonly<Record<string, Value>>, change: (value: Value) => Other): Record<string, Other> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
