import { type ParsedMail as Structure, simpleParser } from 'mailparser';
import { straightened } from '#contexts/messaging/adapters/parsing/straightened.js';

/**
 * The parts of a mail as mailparser sees them; the same for the parser and for whoever wants one attachment, so that an index keeps its
 * meaning. It throws only at its own limits: more than 1,000 parts, a header above 1 MB.
 *
 * Delivery-status parts vanish unless kept; a message inside the mail stays one part, so that a report's returned mail is not taken for
 * the reporter's words; text that it would derive (links, HTML to text) took 1 GB for 8 MB of text.
 */
export function readStructure(raw: Uint8Array): Promise<Structure> {
  return simpleParser(Buffer.from(straightened(raw)), {
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    keepCidLinks: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    checksumAlgo: 'sha256',
  });
}
