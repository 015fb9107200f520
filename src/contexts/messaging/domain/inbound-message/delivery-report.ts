/** One recipient's block of a message/delivery-status part (RFC 3464). Values are as the reporter wrote them, trimmed; action and status lower case. */
export interface ReportedRecipient {
  readonly finalRecipient?: string;
  readonly originalRecipient?: string;
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`; also seen: none, `failure`, `error`, `expired`. */
  readonly action?: string;
  /** RFC 3463 code such as `5.1.1`. */
  readonly status?: string;
  readonly diagnostic?: string;
}

export interface DeliveryReport {
  readonly reportingMta?: string;
  readonly originalEnvelopeId?: string;
  readonly recipients: readonly ReportedRecipient[];
}

/** What a report says of our mail. `bounce`: it did not arrive and nobody tries any more. */
export interface ReportVerdict {
  readonly as: 'bounce' | 'delay' | 'delivery';
  /** The finest RFC 3463 code of those the verdict rests on. */
  readonly status?: string;
}
