import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailTransport, OutgoingMail, Transmission } from '../../../application/ports/mail-transport.port.js';

/**
 * Mail as files, for an installation without a relay: nothing leaves the machine. The file is named after the message, so that writing it
 * again is the same file; it appears whole and durable or not at all.
 */
export class LocalOutboxMailTransport implements MailTransport {
  readonly name = 'local-outbox';
  readonly capabilities = { repeatable: true, leaves: false, keeps: { envelope: true, messageId: true, displayName: true } };

  constructor(private readonly folder: string) {}

  async send(mail: OutgoingMail, beforeContent: () => Promise<void>, signal: AbortSignal): Promise<Transmission> {
    if (signal.aborted) return { ok: false, failure: { stage: 'local', fault: 'interrupted', contentLeft: false } };
    await beforeContent();
    try {
      return { ok: true, end: 'written-to-local-outbox', file: await this.write(mail) };
    } catch (error) {
      // A full disk, a folder that may not be written: the operator's to mend; the code says which, the path stays out of it.
      const words = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
      return { ok: false, failure: { stage: 'local', fault: 'refused-locally', contentLeft: false }, words };
    }
  }

  async close(): Promise<void> {
    // Holds nothing open between two mails.
  }

  private async write({ outboundMessageId, bytes }: OutgoingMail): Promise<string> {
    const file = `${outboundMessageId}.eml`;
    const unfinished = join(this.folder, `.${file}.unfinished`);
    await mkdir(this.folder, { recursive: true });
    try {
      await writeDurably(unfinished, bytes);
      await rename(unfinished, join(this.folder, file));
      await syncFolder(this.folder);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return file;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A renamed file is durable only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
