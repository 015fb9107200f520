import type { DeliveryStage } from '../../../domain/outbound-message/events.js';
import type { TransmissionFailure } from '../../../domain/outbound-message/what-follows.js';

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
export function failureOf(error: SmtpError, reached: DeliveryStage, contentLeft: boolean): TransmissionFailure {
  const stage = stageOf(error, reached);
  if (error.responseCode !== undefined) return { stage, reply: replyOf(error.responseCode, error.response), contentLeft };
  // The server said at EHLO that it takes less: as if it had refused the content.
  if (error.code === 'EMESSAGE' && !contentLeft) return { stage: 'content', reply: { code: 552, enhanced: '5.3.4' }, contentLeft };
  if (error.code === 'EENVELOPE') return { stage: 'recipient', reply: { code: 553, enhanced: '5.1.3' }, contentLeft };
  return { stage, fault: faultOf(error), contentLeft };
}

function replyOf(code: number, response: string | undefined): { readonly code: number; readonly enhanced?: string } {
  const enhanced = enhancedCode.exec(response ?? '')?.[1];
  return enhanced === undefined ? { code } : { code, enhanced };
}

function stageOf({ command = '', code }: SmtpError, reached: DeliveryStage): DeliveryStage {
  if (code === 'ETLS' || command === 'STARTTLS') return 'tls';
  if (command.startsWith('AUTH') || code === 'EAUTH') return 'login';
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipient';
  if (command === 'DATA' && reached === 'sender') return 'content';
  return reached;
}

function faultOf({ code, originalCode, message }: SmtpError): NonNullable<TransmissionFailure['fault']> {
  if (code === 'EDNS') return 'host-unknown';
  if (code === 'ETLS') return 'tls-failed';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (originalCode === 'ECONNREFUSED' || message.includes('ECONNREFUSED')) return 'refused-connection';
  return /CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|EPROTO/.test(originalCode ?? '') ? 'tls-failed' : 'connection-lost';
}
