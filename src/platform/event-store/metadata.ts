/**
 * What the metadata of every event says, as flat strings. Opaque ids only: the actor is a keyed HMAC of issuer and subject,
 * names and addresses are personal fields of the events themselves.
 */
export interface EventMetadata {
  readonly companyId: string;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly commandId: string;
  /** HMAC of the body of the command, so that the same key with another body is found out. */
  readonly bodyDigest: string;
  /** Version of the stored form, from "1"; the codec has a reader for each. */
  readonly schema: string;
  /** UTC, ISO 8601 with milliseconds: when the decision was made, by the service's own clock. */
  readonly decidedAt: string;
  /** SHA-256 of the event before it in its stream, or "" for the first (hash chain). */
  readonly previousHash: string;
}

const required = [
  'companyId',
  'actor',
  'correlationId',
  'causationId',
  'commandId',
  'bodyDigest',
  'schema',
  'decidedAt',
  'previousHash',
] as const satisfies readonly (keyof EventMetadata)[];

/** The stored metadata, or `undefined` where it is not what this service writes. */
export function readMetadata(text: string): EventMetadata | undefined {
  try {
    const fields: unknown = JSON.parse(text);
    return isMetadata(fields) ? fields : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isMetadata(fields: unknown): fields is EventMetadata {
  if (typeof fields !== 'object' || fields === null) return false;
  return required.every((name) => Object.hasOwn(fields, name)) && Object.values(fields).every((value) => typeof value === 'string');
}
