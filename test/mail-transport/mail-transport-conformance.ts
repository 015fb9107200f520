import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MailTransport, OutgoingMail } from '../../src/contexts/messaging/application/ports/mail-transport.port.js';

/** A transport under test, and what arrived behind it. */
export interface TransportUnderTest {
  readonly transport: MailTransport;
  /** The mails that arrived, as bytes in Latin-1. */
  arrived(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export function mailOf(outboundMessageId: string, octets = 0): OutgoingMail {
  const filling = `${'x'.repeat(74)}\r\n`.repeat(Math.ceil(octets / 76));
  return {
    companyId: 'company-1',
    outboundMessageId,
    mailboxId: 'mailbox-1',
    envelope: { from: 'acme-jobs+eeeeffffgggghhhh@poststelle.test', to: 'anna@candidate.example' },
    bytes: Buffer.from(`Message-ID: <${outboundMessageId}@poststelle.test>\r\nSubject: Test\r\n\r\n.leading dot\r\n${filling}end\r\n`),
  };
}

const never = new AbortController().signal;
const nothing = async () => undefined;

/** What every transport of mail must do, whatever carries it. */
export function conformsToMailTransport(name: string, start: () => Promise<TransportUnderTest>) {
  describe(`${name}: a mail transport`, () => {
    let under: TransportUnderTest;
    beforeEach(async () => {
      under = await start();
    });
    afterEach(async () => {
      await under.transport.close();
      await under.stop();
    });

    it('delivers the very bytes, once', async () => {
      const mail = mailOf('message-1');
      expect(await under.transport.send(mail, nothing, never)).toMatchObject({ ok: true });
      expect(await under.arrived()).toEqual([Buffer.from(mail.bytes).toString('latin1')]);
    });

    it('S27: asks before the first octet leaves, exactly once', async () => {
      let asked = 0;
      const arrivedBefore: number[] = [];
      await under.transport.send(
        mailOf('message-1'),
        async () => {
          asked += 1;
          arrivedBefore.push((await under.arrived()).length);
        },
        never,
      );
      expect([asked, arrivedBefore]).toEqual([1, [0]]);
    });

    it('S27: sends nothing, and throws the same error, where the attempt cannot be written down', async () => {
      const outage = new Error('The store is away.');
      const sending = under.transport.send(mailOf('message-1'), () => Promise.reject(outage), never);
      await expect(sending).rejects.toBe(outage);
      expect(await under.arrived()).toEqual([]);
    });

    it('carries a large mail whole', async () => {
      const mail = mailOf('message-1', 5_000_000);
      expect(await under.transport.send(mail, nothing, never)).toMatchObject({ ok: true });
      expect((await under.arrived())[0]?.length).toBe(mail.bytes.byteLength);
    });

    it('sends one mail after the other', async () => {
      for (const id of ['message-1', 'message-2', 'message-3']) await under.transport.send(mailOf(id), nothing, never);
      expect(await under.arrived()).toHaveLength(3);
    });

    it('sends mails at the same time', async () => {
      await Promise.all(['message-1', 'message-2', 'message-3'].map((id) => under.transport.send(mailOf(id), nothing, never)));
      expect(await under.arrived()).toHaveLength(3);
    });

    it('is repeatable only where the same message twice arrives once', async () => {
      await under.transport.send(mailOf('message-1'), nothing, never);
      await under.transport.send(mailOf('message-1'), nothing, never);
      expect(await under.arrived()).toHaveLength(under.transport.capabilities.repeatable ? 1 : 2);
    });

    it('leaves nothing behind where the service is already stopping', async () => {
      const transmission = await under.transport.send(mailOf('message-1'), nothing, AbortSignal.abort());
      expect(transmission).toMatchObject({ ok: false, failure: { fault: 'interrupted', contentLeft: false } });
      expect(await under.arrived()).toEqual([]);
    });
  });
}
