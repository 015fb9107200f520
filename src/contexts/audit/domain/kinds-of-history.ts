/** What an auditor may ask the history of, and the category of its streams. */
export const categoryOf = {
  mailboxes: 'mailbox',
  'received-messages': 'inbound-message',
  'sent-messages': 'outbound-message',
  candidates: 'candidate',
  companies: 'company',
  employees: 'employee',
} as const;

export type HistoryKind = keyof typeof categoryOf;

export function isHistoryKind(text: string): text is HistoryKind {
  return Object.hasOwn(categoryOf, text);
}
