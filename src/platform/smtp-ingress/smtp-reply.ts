/** What the client is told instead of 250: a code, an enhanced code (RFC 3463) and a sentence without anything personal. */
export class SmtpReply extends Error {
  override readonly name = 'SmtpReply';
  constructor(
    readonly responseCode: 421 | 451 | 550 | 552,
    message: string,
  ) {
    super(message);
  }
}

export const unknownRecipient = () => new SmtpReply(550, '5.1.1 There is no such mailbox here');
export const comeBackLater = () => new SmtpReply(451, '4.3.0 The mail cannot be taken right now, please come back later');
export const tooLarge = (limit: number) => new SmtpReply(552, `5.3.4 The mail is larger than ${limit} octets`);
export const tooManyConnections = () => new SmtpReply(421, '4.7.0 Too many connections from your address, please come back later');
