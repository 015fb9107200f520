import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Acme, mailFrom } from '#test/messaging/acme.js';

let acme: Acme;
beforeAll(async () => {
  acme = await Acme.open();
});
afterAll(() => acme.close());

describe('mail in', () => {
  it('R16, R85: an answer is seen in the conversation, after the message that it answers', async () => {
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
        { messageId: sent.id, direction: 'out' },
        { messageId: answer.messageId, direction: 'in' },
      ],
    });
  });
});
