import SMTPConnection from 'nodemailer/lib/smtp-connection';

export interface Delivery {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string | Buffer;
}

/** What the server said at the end: its last reply, whether it took the mail, and whom it refused. */
export interface Reply {
  readonly accepted: boolean;
  readonly code: number;
  readonly text: string;
}

/** Delivers one mail over one SMTP session, as any mail server would; a lost connection before the last reply throws. */
export async function deliver(port: number, { from, to, raw }: Delivery): Promise<Reply> {
  const connection = new SMTPConnection({ host: '127.0.0.1', port, tls: { rejectUnauthorized: false }, socketTimeout: 60_000 });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.connect(() => {
        resolve();
      });
    });
    return await new Promise<Reply>((resolve, reject) => {
      connection.once('error', reject);
      connection.once('end', () => {
        reject(new Error('The connection ended before the last reply.'));
      });
      connection.send({ from, to: [...to] }, raw, (failed, info) => {
        if (failed === null) resolve({ accepted: true, code: Number(info.response.slice(0, 3)), text: info.response });
        else if (failed.responseCode !== undefined)
          resolve({ accepted: false, code: failed.responseCode, text: failed.response ?? failed.message });
        else reject(failed);
      });
    });
  } finally {
    connection.close();
  }
}
