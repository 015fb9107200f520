/** What of one mail is kept outside its raw bytes, however large the mail is; everything beyond is cut and said so. */
export const bounds = {
  /** Header fields, and characters of one. */
  headerFields: 500,
  headerField: 16_000,
  /** Characters of all header fields together. */
  headers: 256_000,
  /** Persons of one address field. */
  persons: 200,
  /** A thread's newest references; more are one mail quoting a whole archive (S34). */
  references: 32,
  subject: 998,
  text: 1_000_000,
  html: 4_000_000,
  /** HTML that text is derived from. */
  derivedFrom: 500_000,
  attachments: 1_000,
  attachmentName: 255,
  /** Recipients of one delivery report. */
  reportedRecipients: 100,
  reportedValue: 2_000,
  /** Octets of one part, and characters of all parts together, that are searched for marks of ours. */
  searchedPart: 256_000,
  searched: 4_000_000,
} as const;
