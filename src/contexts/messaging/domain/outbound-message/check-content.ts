import { allow, refuse } from '#kernel/decision.js';

/** What somebody wants to say, attachments already decoded. */
export interface MessageContent {
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly attachments: readonly { readonly name: string; readonly contentType: string }[];
}

/** Mailjet takes 255 characters of subject (D9); every channel gets the same limit, so that a message can change its channel. */
export const longestSubject = 255;
export const mostAttachments = 50;
const longestName = 200;

/** C0 and C1 controls, line and paragraph separators: nothing of that kind comes near a header field. */
const control = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const mediaType = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/i;

/** Bounded, and such that no header field can be smuggled in by subject, name or type. */
export function checkContent(content: MessageContent) {
  const { subject, text, html, attachments } = content;
  if (subject.trim() === '') return refuse('subject-missing', { field: 'subject' });
  if (subject.length > longestSubject) return refuse('subject-too-long', { field: 'subject', facts: { limit: longestSubject } });
  if (control.test(subject)) return refuse('subject-has-control-characters', { field: 'subject' });
  if (isBlank(text) && isBlank(html)) return refuse('content-missing', { field: 'text' });
  if (attachments.length > mostAttachments)
    return refuse('too-many-attachments', { field: 'attachments', facts: { limit: mostAttachments } });
  const bad = attachments.findIndex((attachment) => !isName(attachment.name));
  if (bad >= 0) return refuse('attachment-name-invalid', { field: `attachments.${bad}.name` });
  const strange = attachments.findIndex((attachment) => !mediaType.test(attachment.contentType));
  if (strange >= 0) return refuse('attachment-type-invalid', { field: `attachments.${strange}.contentType` });
  return allow(content);
}

function isName(name: string): boolean {
  return name.trim() !== '' && name.length <= longestName && !control.test(name) && !/[/\\]/.test(name);
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
