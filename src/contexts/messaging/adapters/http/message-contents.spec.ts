import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Acme } from '#test/messaging/acme.js';

const jobs = 'acme-jobs@poststelle.test';
const mail = [
  'From: Ada <ada@stranger.example>',
  `To: ${jobs}`,
  'Subject: =?UTF-8?Q?Lebenslauf_f=C3=BCr_Acme?=',
  'Message-ID: <contents@stranger.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="m"',
  '',
  '--m',
  'Content-Type: multipart/alternative; boundary="a"',
  '',
  '--a',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Dear Acme',
  '--a',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p onclick="x()">Dear <b>Acme</b></p><img src="cid:face@ada"><img src="https://track.example/p.gif"><script>alert(1)</script>',
  '--a--',
  '--m',
  'Content-Type: image/png',
  'Content-ID: <face@ada>',
  'Content-Disposition: inline; filename="face.png"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('a face').toString('base64'),
  '--m',
  'Content-Type: text/html; name="cv.html"',
  "Content-Disposition: attachment; filename*=UTF-8''..%2FLebenslauf%20M%C3%BCller.html",
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('<script>alert(1)</script>').toString('base64'),
  '--m--',
  '',
];

let acme: Acme;
let path: string;
beforeAll(async () => {
  acme = await Acme.open();
  const { messageId } = await acme.receives(mail);
  path = `/received-messages/${messageId}`;
});
afterAll(() => acme.close());

describe('a received message', () => {
  it('tells what it is, and of every rule what it saw or why it missed', async () => {
    const { body, headers } = await acme.get(path);
    expect(headers['etag']).toBe('"2"');
    expect(body).toMatchObject({
      place: 'to-assign',
      reason: 'No candidate has the address of its sender.',
      kind: 'person',
      from: [{ address: 'ada@stranger.example', name: 'Ada' }],
      recipients: [jobs],
      subject: 'Lebenslauf für Acme',
      subsidiary: { how: 'untagged' },
      attachments: [{ index: 0, contentType: 'image/png' }, { index: 1 }],
      routing: { router: 'ladder-2' },
    });
    expect(body).toHaveProperty(
      'routing.rules',
      expect.arrayContaining([
        {
          rule: 'conversation-token',
          found: 'nothing',
          sentence: 'No address of ours with a reply token was found in it.',
          candidateIds: [],
        },
      ]),
    );
  });

  it('gives its text', async () => {
    expect((await acme.get(`${path}/text`)).body).toEqual({ text: expect.stringContaining('Dear Acme'), truncated: false });
  });

  it('gives its HTML, sanitised, under a sandbox, images from its own attachments, remote ones counted', async () => {
    const { text, headers } = await acme.get(`${path}/html`);
    expect(text).toContain('<p>Dear <b>Acme</b></p><img src="attachments/0" />');
    expect(text).not.toMatch(/script|track|onclick/);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'poststelle-remote-content-removed': '1',
      'x-content-type-options': 'nosniff',
    });
    expect(String(headers['content-security-policy'])).toMatch(/^sandbox .*default-src 'none'/);
  });

  it('gives the raw mail, octet for octet', async () => {
    const { text, headers } = await acme.get(`${path}/raw`);
    expect(text).toBe(mail.join('\r\n'));
    expect(headers).toMatchObject({ 'content-type': 'message/rfc822', 'content-length': String(mail.join('\r\n').length) });
    expect(String(headers['content-disposition'])).toMatch(/^attachment; filename=/);
  });

  it('gives attachments to keep, not to show, under a name that is one (RFC 6266)', async () => {
    const face = await acme.get(`${path}/attachments/0`);
    expect(face).toMatchObject({ text: 'a face', headers: { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' } });
    const cv = await acme.get(`${path}/attachments/1`);
    expect(cv).toMatchObject({ text: '<script>alert(1)</script>', headers: { 'content-type': 'application/octet-stream' } });
    const disposition = String(cv.headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; /);
    expect(disposition).toContain("filename*=UTF-8''Lebenslauf%20M%C3%BCller.html");
  });

  it.each([
    ['/attachments/2', 404],
    ['/attachments/x', 400],
    ['/attachments/-1', 404],
    ['/text?surprise=1', 400],
  ])('answers %s with %i', async (rest, status) => {
    expect((await acme.get(`${path}${rest}`)).status).toBe(status);
  });

  it('is not found under another id', async () => {
    expect((await acme.get('/received-messages/0198a000-0000-7000-8000-000000000001')).status).toBe(404);
    expect((await acme.get('/received-messages/..%2f..%2fx/raw')).status).toBe(404);
  });
});
