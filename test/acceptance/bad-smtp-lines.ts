/** What is no command of this server, though some are commands of others. */
export const noCommands: readonly string[] = [
  ...['FOO', 'EXPN staff', 'TURN', 'ETRN acme', 'ATRN acme', 'BDAT 5 LAST', 'BURL imap://x', 'LHLO x'],
  ...['AUTH PLAIN AGEAYg==', 'AUTH LOGIN', 'XCLIENT NAME=x', 'XFORWARD NAME=x', 'SEND FROM:<a@b.example>', 'SAML FROM:<a@b.example>'],
  ...['', ' ', '\u0000', '\u0000EHLO x', 'MAIL\u0000 FROM:<>', 'MAİL FROM:<>', 'GET / HTTP/1.1', '.'],
];

const hello = 'EHLO client.example';
const sender = 'MAIL FROM:<a@b.example>';
const recipient = 'RCPT TO:<acme-jobs@poststelle.test>';

/** Conversations whose last command comes too early, twice, or after what it needs was taken back or refused. */
export const badOrders: readonly (readonly string[])[] = [
  [sender],
  ['RSET', recipient],
  [hello, recipient],
  [hello, 'DATA'],
  [hello, sender, 'DATA'],
  [hello, sender, 'MAIL FROM:<c@d.example>'],
  [hello, sender, recipient, hello, 'DATA'],
  [hello, sender, recipient, 'RSET', 'DATA'],
  [hello, sender, 'RCPT TO:<nobody-jobs@poststelle.test>', 'DATA'],
];

export const badSenders: readonly string[] = [
  ...['', '<', '<a@b.example', 'a b', '<a@@b.example>', '<a@b.example\u0000>', '<a\r@b.example>', `<${'a'.repeat(5_000)}@b.example>`],
  ...['<a@b.example> SIZE=-1', '<a@b.example> SIZE=1e9', '<a@b.example> SIZE=many', '<a@b.example> BODY=9BIT'],
];

export const badRecipients: readonly string[] = [
  ...['', '<>', '<acme-jobs>', '<acme-jobs@>', '<@poststelle.test>', '<acme-jobs@poststelle.test', '<acme-jobs@[127.0.0.1]>'],
  ...['<acme-jobs@poststelle.test@elsewhere.example>', '<acme-jobs%elsewhere.example@poststelle.test>', '<acme-jobs!x@poststelle.test>'],
  ...['<acme-jobs@poststelle.test.>', '<../../acme-jobs@poststelle.test>', '<-jobs@poststelle.test>', '<operator-jobs@poststelle.test>'],
  ...['<__proto__-jobs@poststelle.test>', '<constructor-jobs@poststelle.test>', '<\u00e4cme-jobs@poststelle.test>'],
  ...['<acme-jobs\u0000@poststelle.test>', '<acme-jobs@poststelle.test\u0000>', `<acme-jobs+${'x'.repeat(5_000)}@poststelle.test>`],
];

/** S35: what other servers have taken for the end of the content, or for the beginning of it. */
export const falseEnds: readonly string[] = [
  '\n.\n',
  '\n.\r\n',
  '\r\n.\n',
  '\r.\r',
  '\r.\r\n',
  '\r\n.\r',
  '\n\n.\r\n',
  '\r\n\u0000.\r\n',
  '\r\n.\u0000\r\n',
];
