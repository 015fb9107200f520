import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { SendingDesk } from '#test/messaging/sending-desk.js';

let desk: SendingDesk;
beforeAll(async () => {
  desk = await SendingDesk.open();
});
afterAll(() => desk.closeForGood());

describe('writing to a candidate', () => {
  it('R10, R13, S29: leaves as a file from the service address, and is never called sent', async () => {
    const { candidateId, applicationId } = await desk.candidate('anna@candidate.example');
    const told = await desk.send(candidateId, { html: '<p>Dear Anna</p>' });
    expect(told).toMatchObject({
      status: 202,
      body: { state: 'queued', to: 'anna@candidate.example', warnings: ['nothing-leaves-this-machine'], revision: 0 },
    });
    const messageId = String(told.body['messageId']);
    const shown = await desk.reaches(messageId, 'written-to-local-outbox');
    expect(shown).toMatchObject({ applicationId, tries: [{ attempt: 1, transport: 'local-outbox', outcome: 'written-to-local-outbox' }] });
    expect(shown['explanation']).toBe(`Written to the local outbox as ${messageId}.eml; nothing left this machine.`);

    const mail = await simpleParser(await readFile(join(desk.outbox, `${messageId}.eml`)));
    expect(mail.from?.value).toEqual([{ name: 'Acme GmbH', address: 'acme-jobs@poststelle.test' }]);
    expect(mail.replyTo?.value[0]?.address).toMatch(/^acme-jobs\+[a-z2-7]{16}@poststelle\.test$/);
    expect(mail.messageId).toBe(`<${messageId}@poststelle.test>`);
    expect(mail.references).toMatch(/^<r\.[a-z2-7]{16}@poststelle\.test>$/);
    expect(mail.html).toContain('Dear Anna');
  });

  it('is answered as the first time under the same Idempotency-Key, and never makes a second mail', async () => {
    const { candidateId } = await desk.candidate('once@candidate.example');
    const first = await desk.send(candidateId, {}, { key: 'once' });
    expect((await desk.send(candidateId, {}, { key: 'once' })).body).toEqual(first.body);
    expect(await desk.send(candidateId, { text: 'other' }, { key: 'once' })).toMatchObject({
      status: 422,
      body: { reason: 'key-used-before' },
    });
    await desk.reaches(String(first.body['messageId']), 'written-to-local-outbox');
    const files = await readdir(desk.outbox);
    expect(files.filter((file) => file.startsWith(String(first.body['messageId'])))).toHaveLength(1);
  });

  it('wants an Idempotency-Key', async () => {
    const { candidateId } = await desk.candidate('key@candidate.example');
    const told = await desk.send(candidateId, {}, { key: '' });
    expect(told).toMatchObject({ status: 400 });
  });

  it('keeps one conversation token for ever, and another envelope sender for each message', async () => {
    const { candidateId } = await desk.candidate('tokens@candidate.example');
    const raw = await Promise.all([1, 2].map(async () => rawOf(await desk.sent(candidateId))));
    expect(new Set(raw.map((mail) => /^Reply-To: (.*)$/m.exec(mail)?.[1])).size).toBe(1);
    expect(new Set(raw.map((mail) => /^Message-ID: (.*)$/m.exec(mail)?.[1])).size).toBe(2);
  });

  it('carries attachments, and can be downloaded octet for octet', async () => {
    const { candidateId } = await desk.candidate('files@candidate.example');
    const content = Buffer.from([0, 1, 2, 250, 251, 13, 10]);
    const attachments = [{ name: 'Vertrag.pdf', contentType: 'application/pdf', content: content.toString('base64') }];
    const raw = await rawOf(await desk.sent(candidateId, { attachments }));
    const mail = await simpleParser(raw);
    expect(mail.attachments[0]).toMatchObject({ filename: 'Vertrag.pdf', contentType: 'application/pdf' });
    expect(mail.attachments[0]?.content).toEqual(content);
  });

  it('S40: goes only to an address of the candidate’s, by default the one written to last', async () => {
    const { candidateId } = await desk.candidate('first@candidate.example', 'second@candidate.example');
    expect((await desk.send(candidateId)).body).toMatchObject({ to: 'first@candidate.example' });
    const second = await desk.send(candidateId, { to: 'SECOND@candidate.example' });
    expect(second.body).toMatchObject({ to: 'second@candidate.example' });
    await desk.ask('GET', `${desk.company}/sent-messages?waitFor=${encodeURIComponent(String(second.body['position']))}`);
    expect((await desk.send(candidateId)).body).toMatchObject({ to: 'second@candidate.example' });
    expect(await desk.send(candidateId, { to: 'eve@candidate.example' })).toMatchObject({
      status: 422,
      body: { reason: 'address-not-the-candidates', field: 'to' },
    });
  });

  it.each([
    [{ subject: 'x\r\nBcc: eve@evil.example' }, 422, 'subject-has-control-characters'],
    [{ text: undefined }, 422, 'content-missing'],
    [{ subject: '' }, 400, 'input-invalid'],
    [{ unknown: 1 }, 400, 'input-invalid'],
    [{ attachments: [{ name: 'a', contentType: 'a/b', content: 'no base64!' }] }, 400, 'input-invalid'],
    [{ attachments: [{ name: '../a', contentType: 'a/b', content: 'YQ==' }] }, 422, 'attachment-name-invalid'],
    [{ applicationId: 'nobody’s' }, 422, 'application-not-the-candidates'],
    [{ answers: '0f8fad5b-d9cb-569f-a165-70867728950e' }, 422, 'answered-message-unknown'],
    [{ answers: 'not-an-id' }, 400, 'input-invalid'],
    [{ automatic: 'yes' }, 400, 'input-invalid'],
  ])('refuses %j clearly, and queues nothing', async (body, status, reason) => {
    const { candidateId } = await desk.candidate(`refused@candidate.example`);
    expect(await desk.send(candidateId, body)).toMatchObject({ status, body: { reason } });
  });

  it('size: refuses what is too large before it is queued, naming the limit', async () => {
    const { candidateId } = await desk.candidate('large@candidate.example');
    const attachments = [
      { name: 'large.bin', contentType: 'application/octet-stream', content: Buffer.alloc(9_000_000).toString('base64') },
    ];
    const told = await desk.send(candidateId, { attachments });
    expect(told).toMatchObject({ status: 413, body: { reason: 'message-too-large' } });
    expect(told.body['detail']).toContain('limit is 10');
  });

  it('takes the caller’s own ids of candidate and application', async () => {
    const application = { job: 'Cook', externalId: 'application-7' };
    const body = { name: 'Anna', addresses: ['own@candidate.example'], externalId: 'applicant-7', application };
    const { body: told } = await desk.must(201, 'POST', `${desk.company}/candidates`, body);
    const id = await desk.sent('external:applicant-7', { applicationId: 'external:application-7' });
    expect((await desk.read(id)).body).toMatchObject({ candidateId: told['candidateId'], applicationId: told['applicationId'] });
  });

  it('nobody unknown is written to', async () => {
    expect(await desk.send('0f8fad5b-d9cb-569f-a165-70867728950e')).toMatchObject({ status: 404 });
  });

  it('R14, R15: bears the name of the employee who writes, where the administrator chose so; automatic mail the company’s', async () => {
    const { candidateId } = await desk.candidate('name@candidate.example');
    await desk.must(200, 'POST', `${desk.company}/mailbox/sender-name`, { senderName: 'employee' });
    const employee = await desk.must(201, 'POST', `${desk.company}/employees`, {
      name: 'Rita Recruiter',
      addresses: ['rita@acme.example'],
    });
    const headers = { 'poststelle-on-behalf-of': String(employee.body['employeeId']) };
    const [mine, automatic, nobodys] = await Promise.all([
      desk.send(candidateId, {}, { headers }),
      desk.send(candidateId, { automatic: true }, { headers }),
      desk.send(candidateId),
    ]);
    expect(await fromOf(mine)).toBe('Rita Recruiter');
    expect(await fromOf(automatic)).toBe('Acme GmbH');
    expect(await fromOf(nobodys)).toBe('Acme GmbH');
    const stranger = await desk.send(candidateId, {}, { headers: { 'poststelle-on-behalf-of': 'nobody' } });
    expect(stranger.body['warnings']).toContain('writer-unknown');
    await desk.must(200, 'POST', `${desk.company}/mailbox/sender-name`, { senderName: 'company' });
  });

  it('S15: automatic mail says so', async () => {
    const { candidateId } = await desk.candidate('automatic@candidate.example');
    const raw = await rawOf(await desk.sent(candidateId, { automatic: true }));
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^X-Auto-Response-Suppress: OOF, AutoReply\r$/m);
  });

  it('S28: lists what stands where, page by page', async () => {
    const { candidateId } = await desk.candidate('listed@candidate.example');
    const ids = [await desk.sent(candidateId), await desk.sent(candidateId), await desk.sent(candidateId)];
    for (const id of ids) await desk.reaches(id, 'written-to-local-outbox');
    const { body: latest } = await desk.read(ids[2] ?? '');
    expect(latest).toMatchObject({ subject: 'Your application', to: 'listed@candidate.example' });
    const list = `${desk.company}/sent-messages?state=written-to-local-outbox&limit=2`;
    const first = await desk.ask('GET', list);
    expect(first.body['items']).toMatchObject([{ messageId: ids[2] }, { messageId: ids[1] }]);
    const next = await desk.ask('GET', `${list}&cursor=${encodeURIComponent(String(first.body['next']))}`);
    expect(next.body['items']).toMatchObject([{ messageId: ids[0] }, {}]);
    expect(await desk.ask('GET', `${desk.company}/sent-messages?state=sent`)).toMatchObject({ status: 400 });
    expect(await desk.ask('GET', `${desk.company}/sent-messages?cursor=forged.one`)).toMatchObject({ body: { reason: 'cursor-invalid' } });
  });

  it('a token limited to subsidiaries neither writes for nor sees what belongs to none of its own', async () => {
    const { candidateId } = await desk.candidate('limited@candidate.example');
    const limited = { subsidiaries: ['elsewhere'] };
    expect(await desk.send(candidateId, {}, limited)).toMatchObject({ status: 404 });
    const id = await desk.sent(candidateId);
    expect(await desk.ask('GET', `${desk.company}/sent-messages/${id}`, undefined, limited)).toMatchObject({ status: 404 });
    expect((await desk.ask('GET', `${desk.company}/sent-messages`, undefined, limited)).body['items']).toEqual([]);
  });
});

async function rawOf(messageId: string): Promise<string> {
  await desk.reaches(messageId, 'written-to-local-outbox');
  const raw = await desk.ask('GET', `${desk.company}/sent-messages/${messageId}/content/raw`);
  expect(raw.headers).toMatchObject({ 'content-type': 'message/rfc822', 'content-disposition': `attachment; filename="${messageId}.eml"` });
  expect(raw.text).toBe(await readFile(join(desk.outbox, `${messageId}.eml`), 'utf8'));
  return raw.text;
}

async function fromOf(told: { readonly body: Readonly<Record<string, unknown>> }): Promise<string | undefined> {
  return (await simpleParser(await rawOf(String(told.body['messageId'])))).from?.value[0]?.name;
}
