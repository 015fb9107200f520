import type { Attachment, ParsedMail as Structure } from 'mailparser';
import type { ParsedMail } from '#contexts/messaging/application/parsing/parsed-mail.js';
import { parserVersion } from '#contexts/messaging/application/parsing/parser-version.js';
import { attachmentNotes } from '#contexts/messaging/adapters/parsing/attachment-notes.js';
import { bounds } from '#contexts/messaging/adapters/parsing/bounds.js';
import { derivedText } from '#contexts/messaging/adapters/parsing/derived-text.js';
import { fieldsOf } from '#contexts/messaging/adapters/parsing/header-fields.js';
import { mailFacts } from '#contexts/messaging/adapters/parsing/mail-facts.js';
import { rawHeader, rawText } from '#contexts/messaging/adapters/parsing/raw-text.js';
import { readStructure } from '#contexts/messaging/adapters/parsing/read-structure.js';

/**
 * What is in a mail. Never throws: what mailparser gives up on is `unreadable`, with what the raw text yields. `domains` are the mail
 * domain and its former ones, by which our own marks are known.
 */
export async function parseMail(raw: Uint8Array, domains: readonly string[]): Promise<ParsedMail> {
  try {
    const structure = await readStructure(raw);
    return parsed(raw, structure, domains);
  } catch (fault) {
    return { ...parsed(raw, { attachments: [], headerLines: [] }, domains), unreadable: reasonOf(fault) };
  }
}

type Found = Pick<Structure, 'attachments' | 'headerLines'> & Partial<Pick<Structure, 'text' | 'html' | 'subject' | 'headers'>>;

function parsed(raw: Uint8Array, found: Found, domains: readonly string[]): ParsedMail {
  const html = typeof found.html === 'string' ? found.html : '';
  const text = textOf(raw, found.text ?? '', html, found.attachments);
  const fields = found.headerLines.length > 0 ? found.headerLines.flatMap(({ line }) => fieldsOf(utf8(line))) : rawHeader(raw);
  const cut = [
    fields.length > bounds.headerFields && 'headers',
    text.length > bounds.text && 'text',
    html.length > bounds.html && 'html',
    found.attachments.length > bounds.attachments && 'attachments',
  ] as const;
  return {
    format: 1,
    parserVersion,
    mail: mailFacts({ fields, text: text.slice(0, bounds.text), html, attachments: found.attachments, subject: found.subject }, domains),
    ...(html !== '' && { html: html.slice(0, bounds.html) }),
    truncated: cut.filter((what) => what !== false),
    attachments: attachmentNotes(found.attachments),
  };
}

/** Where the structure yields nothing at all (boundaries that do not match, a broken encoding), the raw text is what there is. */
function textOf(raw: Uint8Array, text: string, html: string, attachments: readonly Attachment[]): string {
  if (text.trim() !== '') return text;
  if (html.trim() !== '') return derivedText(html);
  return attachments.length === 0 ? rawText(raw) : '';
}

/** mailsplit hands header lines over as binary strings. */
const utf8 = (line: string) => Buffer.from(line, 'binary').toString('utf8');

function reasonOf(fault: unknown): string {
  const said = fault instanceof Error ? fault.message : '';
  if (/child nodes/iu.test(said)) return 'too-many-parts';
  if (/header/iu.test(said)) return 'header-too-large';
  return 'parser-gave-up';
}
