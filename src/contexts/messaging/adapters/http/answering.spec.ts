import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Acme, mailFrom } from '#test/messaging/acme.js';
import type { Answer } from '#test/messaging/mail-room.js';
import { at } from '#test/http/at.js';
import { eventually } from '#test/service/eventually.js';

let acme: Acme;
beforeAll(async () => {
  acme = await Acme.open();
});
afterAll(() => acme.close());

const service = 'acme-jobs@poststelle.test';
const said = { subject: 'Re: Mail', text: 'Dear candidate' };

async function rawOf(answer: Answer): Promise<string> {
  const id = at(answer.body, 'messageId');
  const raw = await eventually(
    () => acme.get(`/sent-messages/${id}/content/raw`),
    ({ status }) => status === 200,
  );
  return raw.text;
}

function fieldOf(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
}

describe('answering a received message', () => {
  it('S5: carries the thread on: our token first, the answered mail last and in In-Reply-To', async () => {
    const ada = await acme.candidate('Ada', 'ada@mail.example');
    const question = mailFrom('ada@mail.example', service, [
      'References: <one@mail.example> <two@mail.example>',
      'In-Reply-To: <two@mail.example>',
    ]);
    const received = await acme.receives(question);
    const messageId = /<[^>]+>/.exec(question.find((line) => line.startsWith('Message-ID')) ?? '')?.[0] ?? '';
    const raw = await rawOf(await acme.post(`/candidates/${ada}/messages`, { ...said, answers: received.messageId }));
    expect(fieldOf(raw, 'In-Reply-To')).toBe(messageId);
    expect(fieldOf(raw, 'References')).toMatch(
      new RegExp(`^<r\\.[a-z2-7]{16}@poststelle\\.test> <one@mail\\.example> <two@mail\\.example> ${messageId}$`),
    );
    expect(fieldOf(raw, 'Auto-Submitted')).toBe('');
  });

  it('is never in answer to somebody else’s mail', async () => {
    const bea = await acme.candidate('Bea', 'bea@mail.example');
    const cleo = await acme.candidate('Cleo', 'cleo@mail.example');
    const received = await acme.receives(mailFrom('bea@mail.example', service));
    expect(received.candidateId).toBe(bea);
    const answer = await acme.post(`/candidates/${cleo}/messages`, { ...said, answers: received.messageId });
    expect(answer).toMatchObject({ status: 422, body: { reason: 'answered-message-not-the-candidates' } });
  });
});

describe('S15: automatic answers', () => {
  it('go once to an address in 7 days, whatever message they answer; a repeat is the same answer', async () => {
    const dora = await acme.candidate('Dora', 'dora@mail.example');
    const first = await acme.receives(mailFrom('dora@mail.example', service));
    const second = await acme.receives(mailFrom('dora@mail.example', service));
    const confirm = { ...said, automatic: true };
    const answered = await acme.post(`/candidates/${dora}/messages`, { ...confirm, answers: first.messageId }, 'confirm-1');
    expect(answered.status).toBe(202);
    expect(fieldOf(await rawOf(answered), 'Auto-Submitted')).toBe('auto-replied');
    const repeated = await acme.post(`/candidates/${dora}/messages`, { ...confirm, answers: first.messageId }, 'confirm-1');
    expect(repeated.body).toEqual(answered.body);
    const again = await acme.post(`/candidates/${dora}/messages`, { ...confirm, answers: second.messageId });
    expect(again).toMatchObject({ status: 409, body: { reason: 'answered-automatically-before' } });
    expect((await acme.post(`/candidates/${dora}/messages`, { ...said, answers: second.messageId })).status).toBe(202);
  });

  it('two at the same moment are one', async () => {
    const eva = await acme.candidate('Eva', 'eva@mail.example');
    const mails = [await acme.receives(mailFrom('eva@mail.example', service)), await acme.receives(mailFrom('eva@mail.example', service))];
    const answers = await Promise.all(
      mails.map(({ messageId }) => acme.post(`/candidates/${eva}/messages`, { ...said, automatic: true, answers: messageId })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
  });

  it('never answer automatic mail: an out-of-office gets none', async () => {
    const flo = await acme.candidate('Flo', 'flo@mail.example');
    const sent = await acme.write(flo);
    const absence = await acme.receives(
      mailFrom('flo@mail.example', sent.replyTo, ['Auto-Submitted: auto-replied', `In-Reply-To: ${sent.messageId}`]),
    );
    const answer = await acme.post(`/candidates/${flo}/messages`, { ...said, automatic: true, answers: absence.messageId });
    expect(answer).toMatchObject({ status: 422, body: { reason: 'never-answers-automatic-mail' } });
  });
});

describe('S16, S17, S18: what is reported of a message that left', () => {
  it('S17: a bounce is seen on the message, marks the address, warns, and a person clears it', async () => {
    const gil = await acme.candidate('Gil', 'gil@mail.example');
    const sent = await acme.write(gil);
    await acme.receives(reportOn(sent.messageId, 'failed', '5.1.1'), [service]);
    const shown = await eventually(
      () => acme.get(`/sent-messages/${sent.id}`),
      ({ text }) => text.includes('"bounced"'),
    );
    expect(shown.body).toMatchObject({ marksAddress: true, reports: { bounced: [expect.any(String)] } });
    const warned = await eventually(
      () => acme.post(`/candidates/${gil}/messages`, said),
      ({ text }) => text.includes('address-bounced'),
    );
    expect(warned.status).toBe(202);

    expect((await acme.post(`/sent-messages/${sent.id}/clear-bounce-mark`)).status).toBe(200);
    await eventually(
      () => acme.post(`/candidates/${gil}/messages`, said),
      ({ text }) => !text.includes('address-bounced'),
    );
  });

  it('S18: a delay is no failure', async () => {
    const hal = await acme.candidate('Hal', 'hal@mail.example');
    const sent = await acme.write(hal);
    await acme.receives(reportOn(sent.messageId, 'delayed', '4.4.1'), [service]);
    const shown = await eventually(
      () => acme.get(`/sent-messages/${sent.id}`),
      ({ text }) => text.includes('"delayed"'),
    );
    expect(shown.body).toMatchObject({ state: 'written-to-local-outbox', marksAddress: false });
    expect(await acme.post(`/sent-messages/${sent.id}/resend`, { to: 'hal@mail.example' })).toMatchObject({
      status: 409,
      body: { reason: 'message-has-not-failed' },
    });
  });

  it('S17: what bounced goes to a corrected address as a new message that names the old one', async () => {
    const ida = await acme.candidate('Ida', 'idda@mail.example');
    const sent = await acme.write(ida, { text: 'The very words' });
    await acme.receives(reportOn(sent.messageId, 'failed', '5.1.1'), [service]);
    await eventually(
      () => acme.get(`/sent-messages/${sent.id}`),
      ({ text }) => text.includes('"bounced"'),
    );
    const resend = (to: string) => acme.post(`/sent-messages/${sent.id}/resend`, { to });
    expect(await resend('idda@mail.example')).toMatchObject({ status: 422, body: { reason: 'address-not-corrected' } });
    expect(await resend('ida@mail.example')).toMatchObject({ status: 422, body: { reason: 'address-not-the-candidates' } });
    await acme.post(`/candidates/${ida}/addresses`, { address: 'ida@mail.example' });
    const again = await resend('ida@mail.example');
    expect(again).toMatchObject({ status: 202, body: { to: 'ida@mail.example' } });
    expect(await rawOf(again)).toContain('The very words');
    expect((await acme.get(`/sent-messages/${at(again.body, 'messageId')}`)).body).toMatchObject({ resendOf: sent.id });
  });
});

/** RFC 3464, as a mail server writes it. */
function reportOn(messageId: string, action: 'failed' | 'delayed', status: string): readonly string[] {
  const more = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    'Auto-Submitted: auto-replied',
  ];
  const body = [
    '--b',
    'Content-Type: text/plain',
    '',
    'About your mail.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.mail.example',
    '',
    `Final-Recipient: rfc822; somebody@mail.example`,
    `Action: ${action}`,
    `Status: ${status}`,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '',
    '--b--',
  ];
  return mailFrom('MAILER-DAEMON@mail.example', service, more, body.join('\r\n'));
}
