import type { ParsedMail } from '#contexts/messaging/application/parsing/parsed-mail.js';

/** What a parser thread is asked. The raw mail changes hands, it is not copied. */
export type ParserJob =
  | { readonly ask: 'parse'; readonly raw: Uint8Array<ArrayBuffer>; readonly domains: readonly string[] }
  | { readonly ask: 'attachment'; readonly raw: Uint8Array<ArrayBuffer>; readonly index: number };

export interface AttachmentBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** What it answers; `failed` is a fault of the service's own code, since a mail that cannot be read is an answer. */
export type ParserAnswer =
  | { readonly answer: 'parsed'; readonly mail: ParsedMail }
  | { readonly answer: 'attachment'; readonly attachment: AttachmentBytes | undefined }
  | { readonly answer: 'failed'; readonly message: string };
