/** How long each stage of a conversation may take, in milliseconds. */
export interface SmtpTimes {
  /** From the look-up of the host's name to the end of EHLO, TLS included. */
  readonly connect: number;
  readonly login: number;
  /** MAIL, RCPT and DATA up to 354. */
  readonly envelope: number;
  readonly content: number;
  /** From the final dot to the reply. RFC 5321, 4.5.3.2.6: 10 minutes, because whoever hangs up earlier does not know what became of the mail. */
  readonly answer: number;
  /** After a shutdown has begun, for a reply that is still owed. */
  readonly answerAtShutdown: number;
  /** That a connection is kept without mail. */
  readonly idle: number;
}

const second = 1_000;

export const smtpTimes: SmtpTimes = {
  connect: 30 * second,
  login: 30 * second,
  envelope: 120 * second,
  content: 600 * second,
  answer: 600 * second,
  answerAtShutdown: 7 * second,
  idle: 20 * second,
};
