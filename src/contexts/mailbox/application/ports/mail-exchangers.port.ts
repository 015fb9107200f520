/** Who receives the mail of a domain (MX). */
export interface MailExchangers {
  /** Whether it is Google. Answers within 2 s; `false` too where nobody can say, because it is a hint only. */
  areGoogles(address: string): Promise<boolean>;
}
export const MailExchangers = Symbol('MailExchangers');
