import { randomUUID } from 'node:crypto';

export interface MailToWrite {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly messageId?: string | null;
  /** Further header fields, in order. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** An RFC 5322 mail as an ordinary mail client would write it. */
export function writeMail({
  from,
  to,
  subject = 'Hello',
  text = 'Hello.',
  messageId = `<${randomUUID()}@client.example>`,
  fields = {},
  html,
}: MailToWrite): string {
  const header: Record<string, string | undefined> = {
    From: from,
    To: to,
    Subject: subject,
    Date: new Date().toUTCString().replace('GMT', '+0000'),
    'Message-ID': messageId ?? undefined,
    'MIME-Version': '1.0',
    'Content-Type': html === undefined ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    ...fields,
  };
  const lines = Object.entries(header).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `${lines.join('\r\n')}\r\n\r\n${(html ?? text).replaceAll(/\r?\n/g, '\r\n')}\r\n`;
}
