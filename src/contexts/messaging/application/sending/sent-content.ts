/** What somebody wrote, as it was accepted: it stays with the message whatever channel carries it. */
export interface SentContent {
  readonly text?: string;
  readonly html?: string;
  readonly attachments: readonly SentAttachment[];
}

export interface SentAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}
