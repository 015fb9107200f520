import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companyIdOf } from '#platform/event-store/identity.js';
import { Acme, mailFrom } from '#test/messaging/acme.js';
import { eventually } from '#test/service/eventually.js';

let acme: Acme;
beforeAll(async () => {
  acme = await Acme.open();
});
afterAll(() => acme.close());

const outOfOffice = ['Auto-Submitted: auto-replied'];

describe('the conversation of a candidate', () => {
  it('R16, R85: shows an answer after the message that it answers, with subsidiary and application', async () => {
    const ada = await acme.candidate('Ada', 'ada@mail.example');
    const sent = await acme.write(ada);
    const answer = await acme.receives(mailFrom('Ada <ada@mail.example>', sent.replyTo, [`In-Reply-To: ${sent.messageId}`]), [
      sent.replyTo,
    ]);
    expect(answer).toMatchObject({ place: 'with-candidate', candidateId: ada });

    const { body } = await acme.get(`/candidates/${ada}/messages`);
    expect(body).toMatchObject({
      total: 2,
      items: [
        { messageId: sent.id, direction: 'out', recipient: 'ada@mail.example', delivery: { state: 'written-to-local-outbox' } },
        {
          messageId: answer.messageId,
          direction: 'in',
          kind: 'person',
          sender: { address: 'ada@mail.example', name: 'Ada' },
          preview: 'Dear Acme',
          subsidiary: { how: 'answered-message' },
        },
      ],
    });
  });

  it('S1: finds the candidate by a token that stands only in Cc', async () => {
    const bea = await acme.candidate('Bea', 'bea@mail.example');
    await acme.candidate('Bea too', 'bea@mail.example');
    const { replyTo } = await acme.write(bea);
    const line = await acme.receives(mailFrom('bea@mail.example', 'acme-jobs@poststelle.test', [`Cc: ${replyTo}`]));
    expect(line).toMatchObject({ place: 'with-candidate', candidateId: bea });
  });

  it('S2, S4: takes no token and no Message-ID of another company, nor the own local part at another domain', async () => {
    const other = await acme.another('other');
    const olga = await other.candidate('Olga', 'olga@mail.example');
    const theirs = await other.write(olga);
    const token = theirs.replyTo.split('@')[0]?.split('+')[1] ?? '';
    for (const [to, header] of [
      [theirs.replyTo, []],
      [`acme-jobs+${token}@poststelle.test`, []],
      ['acme-jobs@poststelle.test', [`In-Reply-To: ${theirs.messageId}`]],
    ] as const) {
      expect(await acme.receives(mailFrom('olga@mail.example', to, header))).toMatchObject({
        place: 'to-assign',
        reason: 'address-unknown',
      });
    }
    const olive = await acme.candidate('Olive', 'olive@mail.example');
    const { replyTo } = await acme.write(olive);
    const elsewhere = replyTo.replace('@poststelle.test', '@evil.example');
    const line = await acme.receives(mailFrom('stranger@mail.example', elsewhere));
    expect(line).toMatchObject({ place: 'to-assign', reason: 'address-unknown' });
  });

  it('S10, S11: the same mail over two of our addresses, with or without Message-ID, is one message', async () => {
    const pia = await acme.candidate('Pia', 'pia@mail.example');
    const mail = mailFrom('pia@mail.example', 'acme-jobs@poststelle.test').filter((line) => !line.startsWith('Message-ID'));
    await acme.receives(mail);
    await acme.room.deliver('acme', ['acme-jobs+bcc@poststelle.test'], mail);
    await acme.receives(mailFrom('pia@mail.example', 'acme-jobs@poststelle.test'));
    expect((await acme.get(`/candidates/${pia}/messages`)).body).toMatchObject({ total: 2 });
  });

  it('S12: a different mail under a Message-ID that was used is a message of its own', async () => {
    const rob = await acme.candidate('Rob', 'rob@mail.example');
    const mail = mailFrom('rob@mail.example', 'acme-jobs@poststelle.test');
    await acme.receives(mail);
    await acme.receives([...mail, 'Something else']);
    expect((await acme.get(`/candidates/${rob}/messages`)).body).toMatchObject({ total: 2 });
  });

  it('S18: a delay is told, and is no bounce', async () => {
    const sue = await acme.candidate('Sue', 'sue@mail.example');
    const sent = await acme.write(sue);
    const late = bounceOf(sent.messageId).map((line) => line.replace('failed', 'delayed').replace('5.1.1', '4.4.1'));
    expect(await acme.receives(late)).toMatchObject({ place: 'filed', reason: 'delay' });
    const { body } = await eventually(
      () => acme.get(`/candidates/${sue}/messages`),
      ({ text }) => text.includes('"delayed":true'),
    );
    expect(body).not.toHaveProperty('items[0].delivery.bounced');
  });

  it('S15: shows an out-of-office as automatic; it is no answer and owes none', async () => {
    const cara = await acme.candidate('Cara', 'cara@mail.example');
    const question = await acme.receives(mailFrom('cara@mail.example', 'acme-jobs@poststelle.test'));
    const sent = await acme.write(cara, { automatic: true });
    const absence = await acme.receives(
      mailFrom('absence-1@mail.example', sent.replyTo, [...outOfOffice, `In-Reply-To: ${sent.messageId}`]),
    );
    expect(absence).toMatchObject({ place: 'filed', candidateId: cara, reason: 'auto-reply' });

    const { body } = await acme.get(`/candidates/${cara}/messages`);
    expect(body).toMatchObject({ total: 3, items: [{}, { automatic: true }, { automatic: true, kind: 'auto-reply', about: sent.id }] });
    const unanswered = await acme.get('/messages/unanswered');
    expect(idsOf(unanswered.body)).toContain(question.messageId);
    expect(idsOf(unanswered.body)).not.toContain(absence.messageId);
  });

  it('S17: shows a bounce on the message that came back, and not as a message of its own', async () => {
    const dan = await acme.candidate('Dan', 'dan@mail.example');
    const sent = await acme.write(dan);
    const report = await acme.receives(bounceOf(sent.messageId));
    expect(report).toMatchObject({ place: 'filed', candidateId: dan, reason: 'bounce' });
    const { body } = await eventually(
      () => acme.get(`/candidates/${dan}/messages`),
      (answer) => answer.text.includes('"bounced"'),
    );
    expect(body).toMatchObject({ total: 1, items: [{ messageId: sent.id, delivery: { bounced: 'hard', delayed: false } }] });
  });

  it('is not found for a candidate that is not there', async () => {
    expect((await acme.get('/candidates/nobody/messages')).status).toBe(404);
  });

  it('S31: keeps to the subsidiaries of a token', async () => {
    const berlin = await acme.subsidiary('Berlin', 'berlin');
    const munich = await acme.subsidiary('Munich', 'munich');
    const eva = await acme.candidate('Eva', 'eva@mail.example', { job: 'Cook', subsidiaryId: berlin });
    const line = await acme.receives(mailFrom('eva@mail.example', 'acme-jobs+berlin@poststelle.test'), [
      'acme-jobs+berlin@poststelle.test',
    ]);
    const ofMunich = await acme.room.caller({ subsidiaries: [munich], subject: 'mia' });
    const ofBerlin = await acme.room.caller({ subsidiaries: [berlin], subject: 'ben' });

    expect((await acme.get(`/candidates/${eva}/messages`, ofBerlin)).body).toMatchObject({ total: 1 });
    expect((await acme.get(`/candidates/${eva}/messages`, ofMunich)).status).toBe(404);
    expect((await acme.get(`/received-messages/${line.messageId}`, ofMunich)).status).toBe(404);
    expect((await acme.post(`/received-messages/${line.messageId}/opened`, {}, undefined, ofMunich)).status).toBe(404);
    expect((await acme.get(`/received-messages/${line.messageId}/raw`, ofBerlin)).status).toBe(200);
  });
});

describe('lists across candidates', () => {
  it('new is per user, and comes back when marked', async () => {
    await acme.candidate('Fay', 'fay@mail.example');
    const { messageId } = await acme.receives(mailFrom('fay@mail.example', 'acme-jobs@poststelle.test'));
    const otto = await acme.room.caller({ subject: 'otto' });
    const { headers } = await acme.post(`/received-messages/${messageId}/opened`);
    const waitFor = `?waitFor=${encodeURIComponent(String(headers['poststelle-position']))}`;

    expect(idsOf((await acme.get(`/messages/new${waitFor}`)).body)).not.toContain(messageId);
    expect(idsOf((await acme.get('/messages/new', otto)).body)).toContain(messageId);
    expect((await acme.get(`/received-messages/${messageId}`)).body).toMatchObject({ opened: true });

    const marked = await acme.post(`/received-messages/${messageId}/mark-new`);
    const again = await acme.get(`/messages/new?waitFor=${encodeURIComponent(String(marked.headers['poststelle-position']))}`);
    expect(idsOf(again.body)).toContain(messageId);
  });

  it('unanswered ends with an answer, with handled, and begins again when reopened', async () => {
    const gil = await acme.candidate('Gil', 'gil@mail.example');
    const first = await acme.receives(mailFrom('gil@mail.example', 'acme-jobs@poststelle.test'));
    expect(idsOf((await acme.get('/messages/unanswered')).body)).toContain(first.messageId);
    await acme.write(gil);
    expect(idsOf((await acme.get('/messages/unanswered')).body)).not.toContain(first.messageId);

    const second = await acme.receives(mailFrom('gil@mail.example', 'acme-jobs@poststelle.test'));
    expect(idsOf((await acme.get('/messages/unanswered')).body)).toContain(second.messageId);
    const handled = await acme.post(`/received-messages/${second.messageId}/handled`);
    expect(idsOf((await acme.get(`/messages/unanswered?waitFor=${String(handled.headers['poststelle-position'])}`)).body)).not.toContain(
      second.messageId,
    );
    const reopened = await acme.post(`/received-messages/${second.messageId}/reopen`);
    expect(idsOf((await acme.get(`/messages/unanswered?waitFor=${String(reopened.headers['poststelle-position'])}`)).body)).toContain(
      second.messageId,
    );
  });

  it('mail to postmaster@ is the operator’s alone, and nobody’s conversation', async () => {
    const operator = companyIdOf('operator');
    await acme.room.deliver('operator', ['postmaster@poststelle.test'], mailFrom('somebody@mail.example', 'postmaster@poststelle.test'));
    const seen = await eventually(
      () => acme.anna.get(`/companies/${operator}/messages/to-assign`),
      ({ text }) => text.includes('mail-to-the-operator'),
    );
    expect(seen.body).toMatchObject({ total: 1, items: [{ reason: 'mail-to-the-operator', proposals: [] }] });
    const platform = await acme.room.caller({ scopes: ['messages:read', 'messages:assign'] });
    expect((await platform.get(`/companies/${operator}/messages/to-assign`)).status).toBe(403);
  });

  it('to-assign has its filters, counted, in pages', async () => {
    const people = [
      await acme.receives(mailFrom('one@stranger.example', 'acme-jobs@poststelle.test')),
      await acme.receives(mailFrom('two@stranger.example', 'acme-jobs@poststelle.test')),
    ];
    const list = await acme.receives(mailFrom('news@list.example', 'acme-jobs@poststelle.test', ['List-Id: <news.list.example>']));
    const notOurs = await acme.receives(bounceOf('<never-sent@mail.example>'));

    const first = await acme.get('/messages/to-assign?limit=1');
    expect(first.body).toMatchObject({
      items: [{ messageId: people[1]?.messageId, reason: 'address-unknown' }],
      counts: { lists: 1, reports: 1 },
    });
    const next = String(Reflect.get(Object(first.body) as object, 'next'));
    expect(idsOf((await acme.get(`/messages/to-assign?limit=1&cursor=${next}`)).body)).toEqual([people[0]?.messageId]);
    expect(idsOf((await acme.get('/messages/to-assign?filter=lists')).body)).toEqual([list.messageId]);
    expect(idsOf((await acme.get('/messages/to-assign?filter=reports')).body)).toEqual([notOurs.messageId]);
    expect((await acme.get(`/messages/to-assign?filter=lists&cursor=${next}`)).body).toMatchObject({
      status: 400,
      reason: 'cursor-invalid',
    });
    expect((await acme.get('/messages/to-assign?filter=everything')).status).toBe(400);
  });
});

function bounceOf(messageId: string): readonly string[] {
  return [
    'From: MAILER-DAEMON@mx.example',
    'To: acme-jobs@poststelle.test',
    'Subject: Undelivered',
    `Message-ID: <report-of-${messageId.slice(1, 20)}@mx.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your mail did not arrive.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; dan@mail.example',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    'Subject: Your application',
    '',
    '--b--',
    '',
  ];
}

function idsOf(page: unknown): readonly string[] {
  const items: unknown = Reflect.get(Object(page) as object, 'items');
  return Array.isArray(items) ? items.map((item: unknown) => String(Reflect.get(Object(item) as object, 'messageId'))) : [];
}
