import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Network, networkOf } from '../smtp-client/address-rules.js';
import type { Read } from './setting.js';

/** A whole number between two bounds, both allowed. */
export function integer(lowest: number, highest: number) {
  return (text: string): Read<number> => {
    const number = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    return number >= lowest && number <= highest ? { value: number } : { wrong: `must be a whole number from ${lowest} to ${highest}` };
  };
}

export const port = integer(0, 65_535);

export function oneOf<const Value extends string>(...values: readonly Value[]) {
  return (text: string): Read<Value> => {
    const found = values.find((value) => value === text);
    return found === undefined ? { wrong: `must be one of ${values.join(', ')}` } : { value: found };
  };
}

/** A word that may stand before the names of streams. */
export function namespace(text: string): Read<string> {
  return /^[a-z][a-z0-9]{0,31}$/.test(text) ? { value: text } : { wrong: 'must be a word of small letters and digits, such as staging' };
}

const hostForm = /^[\p{L}\p{N}:.[\]-]{1,253}$/u;

/** A host name or an IP address to listen on. */
export function host(text: string): Read<string> {
  return hostForm.test(text) ? { value: text } : { wrong: 'must be a host name or an IP address' };
}

const domainForm = /^(?=.{1,190}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A mail domain in its ASCII form, lower case. At most 190 characters, so that addresses stay under 254 with a local part of 64. */
export function domain(text: string): Read<string> {
  const lower = text.toLowerCase();
  return domainForm.test(lower) ? { value: lower } : { wrong: 'must be a domain such as mail.example.com (ASCII, at most 190 characters)' };
}

/** Several values, separated by commas; empty pieces are left out. */
export function listOf<Value>(read: (text: string) => Read<Value>) {
  return (text: string): Read<readonly Value[]> => {
    const values: Value[] = [];
    for (const piece of text.split(',').map((each) => each.trim())) {
      if (piece === '') continue;
      const one = read(piece);
      if ('wrong' in one) return { wrong: `has an entry that ${one.wrong}` };
      values.push(one.value);
    }
    return { value: values };
  };
}

/** `address/bits`. */
export function network(text: string): Read<Network> {
  const value = networkOf(text);
  return value === undefined ? { wrong: 'must be a network such as 10.0.0.0/8 or fd00::/8' } : { value };
}

/** A PEM file that is there and holds a certificate. */
export function certificateFile(text: string): Read<string> {
  try {
    return new X509Certificate(readFileSync(text)).subject === '' ? { wrong: 'must hold a certificate' } : { value: absolute(text) };
  } catch {
    return { wrong: 'must be a readable file with a certificate in PEM' };
  }
}

/** A day of the calendar, ISO 8601. */
export function day(text: string): Read<string> {
  const time = new Date(`${text}T00:00:00Z`);
  // A day that there is not, such as the 30th of February, is read as one of the next month.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
  return isDay ? { value: text } : { wrong: 'must be a day such as 2026-12-31' };
}

/** An address with one of these schemes. */
export function url(...schemes: readonly string[]) {
  return (text: string): Read<string> => {
    const parsed = URL.parse(text);
    return parsed !== null && parsed.hostname !== '' && schemes.includes(parsed.protocol.slice(0, -1))
      ? { value: text }
      : { wrong: `must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}` };
  };
}

/** A file or folder; relative ones are meant from the folder that the service is started in. */
export function path(text: string): Read<string> {
  return { value: absolute(text) };
}

export function absolute(file: string): string {
  return resolve(file);
}

/** 32 bytes in base64. */
export function masterKey(text: string): Read<string> {
  const isBase64 = /^[A-Za-z0-9+/]{43}=?$/.test(text);
  return isBase64 && Buffer.from(text, 'base64').length === 32
    ? { value: text }
    : { wrong: 'must be 32 bytes in base64 (make one with: openssl rand -base64 32)' };
}

/** An e-mail address, or `@domain` for everybody there; lower case. */
export function addressOrDomain(text: string): Read<string> {
  const lower = text.toLowerCase();
  return /^[^\s@,]{0,64}@[^\s@,]{1,190}$/.test(lower) ? { value: lower } : { wrong: 'is neither an e-mail address nor a @domain' };
}

/** One word of letters, digits, hyphens and dots. */
export function word(text: string): Read<string> {
  return /^[A-Za-z0-9._:/-]{1,200}$/.test(text) ? { value: text } : { wrong: 'must be one word of letters, digits, dots, hyphens' };
}

/** A password: anything that can be typed on one line. */
export function secret(text: string): Read<string> {
  return /^[^\p{Cc}]{1,500}$/u.test(text) ? { value: text } : { wrong: 'must be one line of at most 500 characters' };
}
