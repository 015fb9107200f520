import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** SMTP by hand, line by line: what no decent client would say. */
export class SmtpTalk {
  private heard = '';

  private constructor(readonly socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.heard += text;
      socket.emit('heard');
    });
    // A test that breaks the connection hears of it by its end.
    socket.on('error', () => undefined);
  }

  static async with(port: number): Promise<SmtpTalk> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const talk = new SmtpTalk(socket);
    await talk.reply();
    return talk;
  }

  /** Says a line and answers with the whole reply to it. */
  async say(line: string): Promise<string> {
    this.socket.write(`${line}\r\n`);
    return this.reply();
  }

  /** The next whole reply, its last line; rejects where the connection ends before. */
  async reply(): Promise<string> {
    for (;;) {
      const found = /^(?:\d{3}-.*\r\n)*(\d{3} .*)\r\n/.exec(this.heard);
      if (found?.[1] !== undefined) {
        this.heard = this.heard.slice(found[0].length);
        return found[1];
      }
      if (this.socket.closed || this.socket.readableEnded) throw new Error('The connection ended.');
      await Promise.race([once(this.socket, 'heard'), once(this.socket, 'end'), once(this.socket, 'close')]);
    }
  }

  /** To where the content may begin. */
  async begin(...recipients: readonly string[]): Promise<string> {
    await this.say('EHLO client.example');
    await this.say('MAIL FROM:<ada@example.org>');
    for (const recipient of recipients) await this.say(`RCPT TO:<${recipient}>`);
    return this.say('DATA');
  }

  end(): void {
    this.socket.destroy();
  }
}
