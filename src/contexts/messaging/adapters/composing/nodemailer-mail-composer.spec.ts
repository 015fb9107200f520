import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { dkimVerifies } from '#test/messaging/dkim-verification.js';
import type { MailToCompose } from '../../application/ports/mail-composer.port.js';
import { NodemailerMailComposer } from './nodemailer-mail-composer.js';

const mail: MailToCompose = {
  from: { name: 'Büro "Acme" & Söhne', address: 'acme-jobs@poststelle.test' },
  to: 'anna@candidate.example',
  replyTo: 'acme-jobs+aaaabbbbccccdddd@poststelle.test',
  subject: 'Ihre Bewerbung als Köchin – nächste Schritte in unserem Hause, und weshalb wir Sie kennenlernen möchten',
  messageId: '<00000000-0000-5000-8000-000000000001@poststelle.test>',
  inReplyTo: '<answered@candidate.example>',
  references: ['<r.aaaabbbbccccdddd@poststelle.test>', '<first@candidate.example>', '<answered@candidate.example>'],
  date: new Date('2026-03-02T08:00:00.000Z'),
  content: {
    text: 'Liebe Anna,\n.\n.punkt\nGrüße',
    html: '<p>Liebe Anna</p><img src="file:///etc/passwd"><img src="http://evil.example/x.png">',
    attachments: [
      { name: 'Verträge für Müller.pdf', contentType: 'application/pdf', bytes: Buffer.from([0, 1, 2, 255, 13, 10, 46, 13, 10]) },
    ],
  },
};

const composed = async (over: Partial<MailToCompose> = {}) => Buffer.from(await new NodemailerMailComposer().compose({ ...mail, ...over }));
const headOf = (bytes: Buffer) => bytes.toString('latin1').split('\r\n\r\n', 1)[0] ?? '';

describe('a composed mail', () => {
  it('R10, R13, R15: bears the service address and the name that was chosen, and brings the answer back', async () => {
    const parsed = await simpleParser(await composed());
    expect(parsed.from?.value).toEqual([{ address: 'acme-jobs@poststelle.test', name: 'Büro "Acme" & Söhne' }]);
    expect(parsed.replyTo?.value).toEqual([{ address: 'acme-jobs+aaaabbbbccccdddd@poststelle.test', name: '' }]);
    expect(parsed.to).toMatchObject({ value: [{ address: 'anna@candidate.example' }] });
  });

  it('S5: holds the thread: token first, Message-ID, In-Reply-To', async () => {
    const parsed = await simpleParser(await composed());
    expect(parsed.references).toEqual(mail.references);
    expect(parsed.messageId).toBe(mail.messageId);
    expect(parsed.inReplyTo).toBe(mail.inReplyTo);
    expect(parsed.date).toEqual(mail.date);
  });

  it('carries text, HTML and attachments unchanged, and reads no file and no URL for them', async () => {
    const parsed = await simpleParser(await composed());
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text?.trim()).toBe(mail.content.text);
    expect(parsed.html).toBe(mail.content.html);
    expect(parsed.attachments).toMatchObject([{ filename: 'Verträge für Müller.pdf', contentType: 'application/pdf' }]);
    expect(parsed.attachments[0]?.content).toEqual(mail.content.attachments[0]?.bytes);
  });

  it('is 7 bit with short lines, ended by CRLF, so that nothing on the way must change it', async () => {
    const lines = (await composed()).toString('latin1').split('\r\n');
    expect(lines.every((line) => line.length <= 998 && !/[\r\n\u0080-\u00ff]/.test(line))).toBe(true);
  });

  it('S15: says that it is automatic, and asks for no out-of-office in return; a person’s mail says neither', async () => {
    expect(headOf(await composed({ automatic: 'auto-replied' }))).toMatch(
      /^Auto-Submitted: auto-replied\r\nX-Auto-Response-Suppress: OOF, AutoReply\r\n/im,
    );
    expect(headOf(await composed())).not.toMatch(/Auto-Submitted|X-Auto-Response-Suppress/i);
  });

  it('no header field can be smuggled in, even past the rules', async () => {
    const head = headOf(
      await composed({ subject: 'x\r\nBcc: eve@evil.example', from: { name: 'x\r\nBcc: eve@evil.example', address: mail.from.address } }),
    );
    expect(head).not.toMatch(/^Bcc:/im);
  });

  it('is signed by DKIM when a key is configured, so that a verifier agrees and a changed mail fails', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = { domain: 'poststelle.test', selector: 'mail', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
    const signed = Buffer.from(await new NodemailerMailComposer(key).compose(mail)).toString('latin1');
    expect(signed).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed; d=poststelle\.test;/m);
    expect(dkimVerifies(signed, publicKey)).toBe(true);
    expect(dkimVerifies(signed.replace('anna@candidate.example', 'eve@candidate.example'), publicKey)).toBe(false);
    expect(dkimVerifies(`${signed}more\r\n`, publicKey)).toBe(false);
  });
});
