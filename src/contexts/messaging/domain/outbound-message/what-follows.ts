import type { DeliveryStage } from './events.js';

/** What a transport says of a conversation that did not end with the server's yes. */
export interface TransmissionFailure {
  readonly stage: DeliveryStage;
  /** The server's reply, where it gave one. */
  readonly reply?: { readonly code: number; readonly enhanced?: string };
  /** Why there was no reply. */
  readonly fault?:
    | 'refused-connection'
    | 'host-unknown'
    | 'host-not-allowed'
    | 'not-smtp'
    | 'tls-failed'
    | 'timeout'
    | 'connection-lost'
    | 'interrupted'
    | 'refused-locally'
    | 'login-missing'
    | 'smtputf8-not-offered';
  /** The library's own word for a fault of the connection, such as `CERT_HAS_EXPIRED`. */
  readonly detail?: string;
  /** Whether the content had been read to its end: only then can the server have all of it. */
  readonly contentLeft: boolean;
}

export interface Consequence {
  /** `hold`: until the connection is repaired, or a person sees to it. */
  readonly then: 'defer' | 'reject' | 'uncertain' | 'hold';
  readonly reason: string;
  /** The other mail of the mailbox would meet the same: it waits too. */
  readonly forMailbox: boolean;
  /** The operator's fault: said loudly. */
  readonly alarm: boolean;
}

const quota = '5.4.5';
/** RFC 3463, X.3.4: said at EHLO, or in answer to SIZE. */
const tooLarge = '5.3.4';
/** Decision "No silent fallback": what time alone does not repair. */
const mendedByAPerson = ['sender-or-login-refused', 'login-refused', 'sender-refused', 'login-missing', 'smtputf8-not-offered'];
/** Sender or login, at whatever stage they are said (D6). */
const aboutSenderOrLogin = ['5.1.8', '5.7.30', '5.7.57', '5.7.60', '5.7.139', '5.2.252'];

/** The one table of what follows from a failure. What the operator's relay refuses is the operator's to mend; what a company's own server does, its administrator's. */
export function whatFollows(failure: TransmissionFailure, channel: 'service' | 'own' = 'service'): Consequence {
  if (failure.reply?.enhanced === tooLarge && !failure.contentLeft) return { ...held('too-large-for-channel'), forMailbox: false };
  const follows = byReply(failure);
  if (channel === 'service') return follows;
  const toMend = follows.then === 'defer' && mendedByAPerson.includes(follows.reason);
  return toMend ? held(follows.reason) : { ...follows, alarm: false };
}

function byReply(failure: TransmissionFailure): Consequence {
  const { reply } = failure;
  // A yes or a question where the final answer was due: the server has all of the content, and nobody knows what it made of it.
  if (reply !== undefined && failure.contentLeft && reply.code < 400)
    return { then: 'uncertain', reason: 'out-of-step-after-content', forMailbox: false, alarm: false };
  return reply === undefined ? withoutReply(failure) : withReply(failure.stage, reply);
}

function withReply(stage: DeliveryStage, { code, enhanced }: { code: number; enhanced?: string }): Consequence {
  // At the login it is what Postfix and Exim say where they take none: that concerns all mail.
  if (code < 400 || code > 599 || (code === 503 && stage !== 'login')) return deferred('out-of-step', { forMailbox: false });
  if (enhanced === quota) return deferred('quota-exceeded', { forMailbox: true });
  if (code === 421) return deferred('server-closing', { forMailbox: true });
  if (enhanced !== undefined && aboutSenderOrLogin.includes(enhanced))
    return deferred('sender-or-login-refused', { forMailbox: true, alarm: true });
  if (code >= 400 && code < 500) return deferred('refused-for-now', { forMailbox: beforeSender(stage) });
  return permanent(stage);
}

function permanent(stage: DeliveryStage): Consequence {
  switch (stage) {
    case 'connect':
    case 'tls':
      return deferred('server-refuses-us', { forMailbox: true });
    case 'login':
      return deferred('login-refused', { forMailbox: true, alarm: true });
    case 'sender':
      return deferred('sender-refused', { forMailbox: true, alarm: true });
    case 'recipient':
      return rejected('recipient-refused');
    case 'content':
    case 'after-content':
      return rejected('content-refused');
    case 'local':
      return deferred('not-written', { forMailbox: true, alarm: true });
  }
}

function withoutReply({ stage, fault, contentLeft }: TransmissionFailure): Consequence {
  const reason = fault ?? 'connection-lost';
  if (contentLeft && stage !== 'local') return { then: 'uncertain', reason: `${reason}-after-content`, forMailbox: false, alarm: false };
  if (stage === 'local') return deferred(reason, { forMailbox: true, alarm: true });
  if (fault === 'smtputf8-not-offered') return stage === 'recipient' ? rejected(fault) : deferred(fault, { forMailbox: true, alarm: true });
  return deferred(reason, { forMailbox: beforeSender(stage) && fault !== 'interrupted', alarm: stage === 'tls' });
}

function beforeSender(stage: DeliveryStage): boolean {
  return stage === 'connect' || stage === 'tls' || stage === 'login';
}

function deferred(reason: string, { forMailbox, alarm = false }: { forMailbox: boolean; alarm?: boolean }): Consequence {
  return { then: 'defer', reason, forMailbox, alarm };
}

function rejected(reason: string): Consequence {
  return { then: 'reject', reason, forMailbox: false, alarm: false };
}

function held(reason: string): Consequence {
  return { then: 'hold', reason, forMailbox: true, alarm: false };
}
