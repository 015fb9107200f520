import DKIM from 'nodemailer/lib/dkim';
import NodemailerComposer from 'nodemailer/lib/mail-composer';
import { partsOf as partsOfAddress } from '#kernel/email-address.js';
import type { MailComposer, MailToCompose } from '../../application/ports/mail-composer.port.js';

/** Signs for the mail domain (R11), what is sent from it: only there is the signature aligned. A company's own domain its own server signs. */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

/** Composes with nodemailer; its bytes are final, whatever transport carries them. */
export class NodemailerMailComposer implements MailComposer {
  private readonly dkim: DKIM | undefined;

  constructor(private readonly key?: DkimKey) {
    this.dkim = key && new DKIM({ domainName: key.domain, keySelector: key.selector, privateKey: key.privateKey });
  }

  async compose(mail: MailToCompose): Promise<Uint8Array> {
    const bytes = await new NodemailerComposer(partsOf(mail)).compile().build();
    if (this.dkim === undefined || partsOfAddress(mail.from.address)?.domain !== this.key?.domain) return bytes;
    const signed: unknown[] = await this.dkim.sign(bytes).toArray();
    return Buffer.concat(signed.filter((chunk) => chunk instanceof Uint8Array));
  }
}

type Parts = NonNullable<ConstructorParameters<typeof NodemailerComposer>[0]>;

function partsOf(mail: MailToCompose): Parts {
  const { text, html, attachments } = mail.content;
  return {
    from: mail.from,
    to: mail.to,
    replyTo: mail.replyTo,
    subject: mail.subject,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: [...mail.references],
    date: mail.date,
    text,
    html,
    attachments: attachments.map(({ name, contentType, bytes }) => ({
      filename: name,
      contentType,
      content: Buffer.from(bytes),
      contentDisposition: 'attachment' as const,
    })),
    headers: mail.automatic === undefined ? {} : { 'Auto-Submitted': mail.automatic, 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    newline: '\r\n',
    // What somebody wrote is content, never a path or an address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
