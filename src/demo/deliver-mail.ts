import { once } from 'node:events';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import { CommandFailed } from '../cli/command-failed.js';
import { addressIn } from './header-field.js';

export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Further header fields, whole lines. */
  readonly fields?: readonly string[];
}

/** Delivers one mail as any mail server would, over one SMTP session without login. */
export async function deliverMail({ host, port }: { readonly host: string; readonly port: number }, letter: Letter): Promise<void> {
  const connection = new SMTPConnection({ host, port, tls: { rejectUnauthorized: false }, connectionTimeout: 5_000 });
  connection.connect();
  try {
    await once(connection, 'connect');
    await new Promise<void>((resolve, reject) => {
      connection.send({ from: addressIn(letter.from), to: [letter.to] }, rawMail(letter), (failed) => {
        if (failed === null) resolve();
        else reject(failed);
      });
    });
  } catch (cause) {
    throw new CommandFailed(`The mail could not be delivered to ${host}:${port}: ${cause instanceof Error ? cause.message : 'refused'}`, {
      cause,
    });
  } finally {
    connection.close();
  }
}

function rawMail({ from, to, subject, text, fields = [] }: Letter): string {
  const header = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${crypto.randomUUID()}@candidate.example>`,
    'Content-Type: text/plain; charset=utf-8',
    ...fields,
  ];
  return `${header.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`;
}
