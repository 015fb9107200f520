import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import type { Config } from '../config/config.js';
import { CannotStart } from '../data-directory/cannot-start.js';
import { layoutOf } from '../data-directory/data-directory-layout.js';
import { makeFolderDurably, writeFileDurably } from '../data-directory/durable-files.js';
import { faultOf } from '../data-directory/fault.js';

export interface Certificate {
  /** PEM, with its chain. */
  readonly cert: string;
  readonly key: string;
}

const validMs = 10 * 365 * 24 * 60 * 60_000;
const renewedBeforeMs = 30 * 24 * 60 * 60_000;

/** The operator's certificate, or one of our own for a server that has none: mail servers take any (RFC 7435), and it keeps readers out. */
export async function certificateFor({ smtp, dataDirectory }: Pick<Config, 'smtp' | 'dataDirectory'>): Promise<Certificate> {
  if (smtp.tls !== undefined) return configured(smtp.tls);
  const folder = layoutOf(dataDirectory).tls;
  return (await kept(folder, smtp.name)) ?? made(folder, smtp.name);
}

async function configured({ certificateFile, keyFile }: NonNullable<Config['smtp']['tls']>): Promise<Certificate> {
  const certificate = { cert: await fileOf(certificateFile), key: await fileOf(keyFile) };
  try {
    createSecureContext(certificate);
  } catch (cause) {
    const files = `${certificateFile} and ${keyFile}`;
    throw new CannotStart(`The certificate for STARTTLS in ${files} cannot be used: ${faultOf(cause).message}`, { cause });
  }
  return certificate;
}

async function fileOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new CannotStart(`The certificate for STARTTLS cannot be read from ${path}: ${faultOf(cause).message}`, { cause });
  }
}

/** What was made at an earlier start, as long as it is for this name and does not run out. */
async function kept(folder: string, name: string): Promise<Certificate | undefined> {
  try {
    const cert = await readFile(join(folder, 'certificate.pem'), 'utf8');
    const key = await readFile(join(folder, 'key.pem'), 'utf8');
    const { validToDate, checkHost } = readable(cert);
    return validToDate.getTime() - renewedBeforeMs > Date.now() && checkHost(name) !== undefined ? { cert, key } : undefined;
  } catch (fault) {
    if (faultOf(fault).code === 'ENOENT') return undefined;
    throw new CannotStart(`The certificate for STARTTLS in ${folder} is damaged; remove the folder and another is made.`, { cause: fault });
  }
}

function readable(cert: string) {
  const certificate = new X509Certificate(cert);
  return { validToDate: certificate.validToDate, checkHost: (name: string) => certificate.checkHost(name) };
}

async function made(folder: string, name: string): Promise<Certificate> {
  // Needed at the first start only, and large.
  const { generate } = await import('selfsigned');
  const notBeforeDate = new Date();
  const { cert, private: key } = await generate([{ name: 'commonName', value: name.slice(0, 64) }], {
    algorithm: 'sha256',
    keyType: 'ec',
    notBeforeDate,
    notAfterDate: new Date(notBeforeDate.getTime() + validMs),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  });
  await makeFolderDurably(folder);
  // The key first: without its certificate it is made anew, the other way round a start would find a certificate without a key.
  await writeFileDurably(join(folder, 'key.pem'), key);
  await writeFileDurably(join(folder, 'certificate.pem'), cert);
  return { cert, key };
}
