import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import { DescribedApi } from '#test/service/described-api.js';
import { eventually } from '#test/service/eventually.js';
import { facts, Mailroom, textOf } from '#test/service/mailroom.js';
import { OwnServer } from '#test/service/own-server.js';
import { PlainHttp } from '#test/service/plain-http.js';
import { everythingReadable } from './everything-readable.js';
import { type FurnishedCompany, furnished } from './furnished-company.js';

const address = 'jobs@secretive.example';
const passwords = { stored: 'Pä=ss wörd+secret/42', guessed: 'guessed & <wrong> täsk?', renewed: 'renewed~Größe=7/7+x' };
/** Stands beside every secret that the server repeats, so that a test which finds no secret has looked where it would be. */
const witness = 'repeated-by-the-server';

let room: Mailroom;
let http: PlainHttp;
let server: OwnServer;
let company: FurnishedCompany;
/** All that can be read, by where it was read. */
let everything: Readonly<Record<string, string>>;

/** Each in every form that a server may have had it in: as it was typed, as it went over the line, as a log or a mail quotes it. */
function formsOf(secret: string): readonly string[] {
  const octets = Array.from(Buffer.from(secret), (octet) => octet.toString(16).toUpperCase().padStart(2, '0'));
  const percent = encodeURIComponent(secret);
  const quoted = percent.replaceAll('%20', ' ').replaceAll('%', '=');
  return [
    secret,
    Buffer.from(secret).toString('base64'),
    percent,
    percent.replaceAll('%20', '+'),
    percent.replaceAll(/%../g, (escape) => escape.toLowerCase()),
    octets.map((octet) => `%${octet}`).join(''),
    quoted,
    octets.map((octet) => `=${octet}`).join(''),
    octets.join('').toLowerCase(),
  ];
}

/** Base64 of something with the secret in it, and what must not be left of it: the first and last characters are mixed with their neighbours. */
function base64Around(secret: string): readonly { readonly said: string; readonly sought: string }[] {
  return [`\0${address}\0`, '', 'a', 'ab'].map((before) => {
    const whole = Buffer.from(`${before}${secret}`).toString('base64');
    return { said: whole, sought: whole.slice(Math.ceil((Buffer.byteLength(before) * 4) / 3) + 1, -4) };
  });
}

/** What a server says that repeats what it was given. */
function repeating(secret: string): string {
  return `5.7.8 ${witness} ${[...formsOf(secret), ...base64Around(secret).map(({ said }) => said)].join(' ')}`;
}

const sought = Object.values(passwords).flatMap((secret) => [...formsOf(secret), ...base64Around(secret).map((each) => each.sought)]);

beforeAll(async () => {
  room = await Mailroom.open({ POSTSTELLE_ALLOW_NETWORKS: '127.0.0.0/8', POSTSTELLE_LOG_LEVEL: 'trace' });
  http = new PlainHttp(room.service.httpPort);
  company = await furnished(room, 'secretive');
  server = await OwnServer.start({ address, password: passwords.stored }, await PrivateAuthority.create());
  const refusals = await connectAndFail();
  everything = { ...refusals, ...(await readEverything()) };
}, 120_000);

afterAll(async () => {
  http.close();
  await room.close();
  await server.stop();
});

/** Every way in which the server can repeat a password; answers what the commands answered. */
async function connectAndFail(): Promise<Readonly<Record<string, string>>> {
  const { desk, candidateId } = company;
  const { relay } = server;
  await server.enterAddress(desk);
  relay.next({ does: 'refuse', at: 'login', code: 535, text: repeating(passwords.guessed) });
  const guessed = await desk.post('/mailbox/smtp-connection', server.settings({ password: passwords.guessed }));
  expect(guessed.status).toBe(422);

  await server.connect(desk);
  relay.next({ does: 'refuse', at: 'recipient', code: 550, text: repeating(passwords.stored) });
  const tested = await desk.post('/mailbox/test-mail', { recipient: 'it@secretive.example' });
  relay.next({ does: 'refuse', at: 'content', code: 554, text: repeating(passwords.stored) });
  await desk.sentMessage((await desk.write(candidateId))['messageId'], 'rejected');
  relay.next({ does: 'refuse', at: 'content', code: 451, text: repeating(passwords.stored) });
  const { messageId } = await desk.write(candidateId);
  await eventually(
    () => desk.get(`/sent-messages/${textOf(messageId)}`),
    ({ tries }) => JSON.stringify(tries).includes(witness),
  );
  relay.next({ does: 'refuse', at: 'login', code: 535, text: repeating(passwords.stored) });
  await desk.sentMessage((await desk.write(candidateId))['messageId'], 'held');
  relay.next({ does: 'refuse', at: 'login', code: 535, text: repeating(passwords.stored) });
  const checked = await desk.post('/mailbox/smtp-connection/check');
  relay.next({ does: 'refuse', at: 'login', code: 535, text: repeating(passwords.renewed) });
  const renewed = await desk.post('/mailbox/smtp-connection/password', { password: passwords.renewed });
  expect(renewed.status).toBe(422);
  return Object.fromEntries(Object.entries({ guessed, tested, checked, renewed }).map(([name, { body }]) => [name, JSON.stringify(body)]));
}

async function readEverything(): Promise<Readonly<Record<string, string>>> {
  const { desk } = company;
  const { ofCompanies } = await DescribedApi.of(room.service);
  const read: Record<string, string> = { ...(await everythingReadable(http, ofCompanies, company)) };
  for (const { testId } of await desk.list('/mailbox/tests')) {
    for (const path of [
      `/mailbox/tests/${textOf(testId)}`,
      ...['de', 'en'].map((to) => `/mailbox/tests/${textOf(testId)}/report?language=${to}`),
    ])
      read[path] = JSON.stringify((await desk.api.get(`/companies/${desk.id}${path}`)).body);
  }
  for (const message of await desk.list(`/sent-messages`)) {
    const id = textOf(message['messageId']);
    read[`sent message ${id}`] = JSON.stringify(await desk.get(`/sent-messages/${id}`));
    read[`history of ${id}`] = JSON.stringify(facts(await desk.api.get(`/companies/${desk.id}/history/sent-messages/${id}`)));
  }
  for (const kind of ['mailboxes', 'sent-messages'])
    read[`replayed ${kind}`] = await room.service.cli(
      'replay',
      kind === 'mailboxes' ? company.mailboxId : company.sentId,
      '--company',
      desk.slug,
      '--kind',
      kind,
    );
  return read;
}

describe('a password that a server repeats', () => {
  it('is nowhere in what can be read, though the server’s other words are', () => {
    const placesOf = (form: string) => Object.keys(everything).filter((place) => everything[place]?.includes(form));
    const where = placesOf(witness);
    for (const kind of ['guessed', 'renewed', '/report?language=de', '/report?language=en', 'sent message', '/mailbox/tests'])
      expect(where.filter((place) => place.includes(kind))).not.toEqual([]);
    const found = sought.map((form) => [form, placesOf(JSON.stringify(form).slice(1, -1))] as const);
    expect(found.filter(([, places]) => places.length > 0)).toEqual([]);
  });

  it('is in no log, however much is logged', () => {
    expect(room.service.output.length).toBeGreaterThan(1_000);
    for (const form of sought) expect(room.service.output).not.toContain(form);
  });

  it('is in no file: events, read models, vault and mail among them', () => {
    const files = filesIn(room.service.dataDirectory).map((file) => [file, readFileSync(file)] as const);
    expect(files.length).toBeGreaterThan(5);
    const found = sought.flatMap((form) => files.filter(([, bytes]) => bytes.includes(form)).map(([file]) => file));
    expect(found).toEqual([]);
  });
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}
