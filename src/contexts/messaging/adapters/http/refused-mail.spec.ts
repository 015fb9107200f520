import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Acme } from '#test/messaging/acme.js';
import { eventually } from '#test/service/eventually.js';

const jobs = 'acme-jobs@poststelle.test';
let acme: Acme;
let messageId: string;
beforeAll(async () => {
  acme = await Acme.open();
  await acme.room.refuse('acme', [jobs], 40_000_000);
  const [line] = await eventually(
    () => acme.lines(),
    ({ length }) => length === 1,
  );
  messageId = line?.messageId ?? '';
});
afterAll(() => acme.close());

describe('a mail that was refused for its size', () => {
  it('is shown with what is known of it: size, limit, when, and its envelope', async () => {
    const listed = await acme.get('/messages/to-assign?filter=refused-too-large');
    expect(listed.text).toContain(messageId);
    const shown = await acme.get(`/received-messages/${messageId}`);
    expect(shown.status).toBe(200);
    expect(shown.headers['etag']).toBe('"0"');
    expect(shown.body).toMatchObject({
      messageId,
      place: 'refused-too-large',
      size: 40_000_000,
      limit: 36_700_160,
      envelopeSender: 'sender@mail.example',
      recipients: [jobs],
      receivedAt: expect.stringMatching(/Z$/),
      reason: 'It has more octets than the 36700160 that are taken in. Its sender was told so; nothing of its content was kept.',
      proposals: [],
    });
  });

  it('has no content, and nothing can be done about it', async () => {
    for (const rest of ['/raw', '/text', '/html', '/attachments/0'])
      expect([rest, (await acme.get(`/received-messages/${messageId}${rest}`)).status]).toEqual([rest, 404]);
    expect(await acme.post(`/received-messages/${messageId}/dismiss`)).toMatchObject({ status: 404 });
  });

  it('is not found by another company, and by no token limited to subsidiaries', async () => {
    const globex = await acme.another('globex');
    expect(await globex.get(`/received-messages/${messageId}`)).toMatchObject({ status: 404 });
    const limited = await acme.room.caller({ subsidiaries: ['north'] });
    expect(await acme.get(`/received-messages/${messageId}`, limited)).toMatchObject({ status: 404 });
  });
});
