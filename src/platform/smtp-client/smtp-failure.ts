import type { SmtpFailure, SmtpStage } from './smtp-transmission.js';

/** What SMTPConnection attaches to its errors, as far as it is read here (D14). */
export interface SmtpError extends Error {
  readonly code?: string | undefined;
  readonly originalCode?: string;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** Errors of sockets come from the runtime, not from here, so that `instanceof` says nothing of them. */
export function asSmtpError(error: unknown): SmtpError {
  return isError(error) ? error : new Error(String(error));
}

function isError(error: unknown): error is SmtpError {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
}

const enhancedCode = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

/** Where the conversation was when it failed: what the library says of the command, else how far we know to have come. */
export function failureOf(error: SmtpError, reached: SmtpStage, contentLeft: boolean): SmtpFailure {
  const stage = stageOf(error, reached);
  const { code, responseCode, response = '' } = error;
  if (isNotSmtp(error)) return { stage, fault: 'not-smtp', contentLeft };
  if (responseCode !== undefined) return { stage, reply: replyIn(response, responseCode), contentLeft };
  // The server said at EHLO that it takes less: as if it had refused the content.
  if (code === 'EMESSAGE' && !contentLeft) return { stage: 'content', reply: { code: 552, enhanced: '5.3.4' }, contentLeft };
  if (code === 'EENVELOPE') return { stage: 'recipient', reply: { code: 553, enhanced: '5.1.3' }, contentLeft };
  const { originalCode: detail } = error;
  return { stage, fault: faultOf(error), ...(detail === undefined ? {} : { detail }), contentLeft };
}

/** RFC 5321, 4.2.1: a reply begins with three digits, the first of them 2 to 5. */
const replyForm = /^([2-5]\d\d)(?:[ -]|$)/;

/** What answers there does not speak SMTP, whatever it says: only that is told of it. */
function isNotSmtp({ code, command, response }: SmtpError): boolean {
  return code === 'EPROTOCOL' && command === 'CONN' && response !== undefined && !replyForm.test(response);
}

/** The codes of a reply; the one that the library read, where it read one. */
export function replyIn(words: string, code = Number(replyForm.exec(words)?.[1] ?? 0)) {
  const enhanced = enhancedCode.exec(words)?.[1];
  return enhanced === undefined ? { code } : { code, enhanced };
}

/** What TLS libraries call a handshake that failed or a certificate that is not to be trusted. */
const aboutTls = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/;

function stageOf({ command = '', code, originalCode = '' }: SmtpError, reached: SmtpStage): SmtpStage {
  if (code === 'ETLS' || command === 'STARTTLS' || (reached === 'connect' && aboutTls.test(originalCode))) return 'tls';
  if (command.startsWith('AUTH') || code === 'EAUTH') return 'login';
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipient';
  if (command === 'DATA' && reached === 'sender') return 'content';
  return reached;
}

function faultOf({ code, originalCode, message }: SmtpError): NonNullable<SmtpFailure['fault']> {
  if (code === 'EDNS') return 'host-unknown';
  if (code === 'ETLS') return 'tls-failed';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (originalCode === 'ECONNREFUSED' || message.includes('ECONNREFUSED')) return 'refused-connection';
  return aboutTls.test(originalCode ?? '') ? 'tls-failed' : 'connection-lost';
}
