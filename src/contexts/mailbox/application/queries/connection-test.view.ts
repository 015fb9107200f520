import type { ConnectionTested, MailboxEvent } from '../../domain/recruiting-mailbox/events.js';

/** One test of a connection, or of the settings that were to become one. */
export interface ConnectionTestView extends Omit<ConnectionTested['data'], 'recipient' | 'words'> {
  /** Absent once erased. */
  readonly recipient?: string;
  readonly words?: string;
}

/** The tests of a mailbox, newest first. */
export function testsIn(events: readonly MailboxEvent[]): readonly ConnectionTestView[] {
  return events.flatMap((event) => (event.type === 'ConnectionTested' ? [viewOf(event.data)] : [])).toReversed();
}

function viewOf({ recipient, words, ...test }: ConnectionTested['data']): ConnectionTestView {
  const [to, said] = [known(recipient), words === undefined ? undefined : known(words)];
  return { ...test, ...(to === undefined ? {} : { recipient: to }), ...(said === undefined ? {} : { words: said }) };
}

function known(personal: ConnectionTested['data']['recipient']): string | undefined {
  return personal.read<string | undefined>({ known: (text) => text, erased: () => undefined });
}
