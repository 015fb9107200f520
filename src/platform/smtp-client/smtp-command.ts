import type SMTPConnection from 'nodemailer/lib/smtp-connection';

/**
 * One command and its reply. SMTPConnection has no call for an envelope without a message, so its own queue of commands is used (nodemailer
 * 10.6.0): a version without it fails the specs of the probe. Errors of the connection are told where all of them are.
 */
export function smtpCommand(connection: SMTPConnection, line: string): Promise<string> {
  const queue: unknown = Reflect.get(connection, '_responseActions');
  const send: unknown = Reflect.get(connection, '_sendCommand');
  if (!Array.isArray(queue) || typeof send !== 'function') throw new Error('This version of nodemailer has no queue of commands.');
  return new Promise((resolve) => {
    queue.push(resolve);
    Reflect.apply(send, connection, [line]);
  });
}
