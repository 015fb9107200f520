import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Config } from '../../platform/config/config.js';
import { type Finding, ok, warning, wrong } from './finding.js';

/** The files that the configuration names: whether they are there and hold what they should. */
export async function examineFiles({ dkim, smtp: { tls } }: Config): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  if (dkim !== undefined) findings.push(await privateKey('DKIM key', dkim.privateKeyFile));
  if (tls !== undefined) findings.push(await privateKey('TLS key', tls.keyFile), await certificate(tls.certificateFile));
  return findings;
}

async function privateKey(about: string, file: string): Promise<Finding> {
  try {
    createPrivateKey(await readFile(file));
    return ok(about, `${file} holds a private key.`);
  } catch {
    // Whatever is the matter with it, it is of no use.
    return wrong(about, `${file} cannot be read or holds no private key in PEM.`);
  }
}

async function certificate(file: string): Promise<Finding> {
  try {
    const { validToDate, subject } = new X509Certificate(await readFile(file));
    const days = Math.floor((validToDate.getTime() - Date.now()) / 86_400_000);
    const sentence = `${subject.replaceAll('\n', ', ')} is valid for ${days} more days.`;
    if (days < 0) return wrong('TLS certificate', `${file} has expired.`);
    return days < 21 ? warning('TLS certificate', sentence) : ok('TLS certificate', sentence);
  } catch {
    return wrong('TLS certificate', `${file} cannot be read or holds no certificate in PEM.`);
  }
}
