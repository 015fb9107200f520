import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MisbehavingRelay } from '#test/peers/misbehaving-relay.js';
import { eventually } from '#test/service/eventually.js';
import { type CompanyDesk, facts, Mailroom, textOf } from '#test/service/mailroom.js';

const backups = mkdtempSync(join(tmpdir(), 'poststelle-backup-'));
let relay: MisbehavingRelay;
let room: Mailroom;
let desk: CompanyDesk;

afterEach(async () => {
  await room.close();
  await relay.stop();
  rmSync(backups, { recursive: true, force: true });
});

/** Everything of the log, or of the whole data directory, as it was when the backup was taken. */
const waysBack = {
  'the log alone': () => putLogBack(),
  'the log, while the read models were thrown away': async () => {
    await putLogBack();
    remove((name) => name.startsWith('read-models.sqlite'));
  },
  'the whole data directory, as the operator says': async () => {
    putBack(() => true);
    await putLogBack();
    expect(await room.service.cli('restored')).toContain('Noted');
  },
} as const;

/** What others use too is not put back. */
const mayPutBack = process.env.POSTSTELLE_TEST_EVENT_STORE === undefined || process.env.POSTSTELLE_TEST_PROFILE !== 'event-store-server';
if (!mayPutBack)
  describe('S27: after a restore', () => {
    it.skip('lacks a server of its own: the log of the named one is not put back', () => undefined);
  });
const describeRestore = mayPutBack ? describe : describe.skip;

describeRestore.each(Object.entries(waysBack))('S27: after a restore of %s', (_, restore) => {
  it('nothing is sent twice: what has no end waits for a person, who says confirm-delivered or send-again for all', async () => {
    const { accepted, leftSince, candidateId } = await companyWithBackup();
    await restore();

    const printed = room.service.output.length;
    await room.service.start({ POSTSTELLE_ONLY_DELIVER_TO: '@home.example' });
    expect(room.service.output.slice(printed)).toContain('was restored from a backup');
    const uncertain = await desk.listOf('/sent-messages?state=uncertain', leftSince.length);
    expect(uncertain.map(({ messageId }) => messageId).toSorted()).toEqual(leftSince.toSorted());
    for (const { explanation } of uncertain) expect(explanation).toContain('restored-from-backup');
    expect(existsSync(join(room.service.dataDirectory, 'restored.json'))).toBe(false);
    expect(existsSync(join(room.service.dataDirectory, 'blobs', 'sweep-held-back.txt'))).toBe(true);

    // Receiving and sending go on.
    expect(
      await room.send({ from: 'new@elsewhere.example', to: desk.address, subject: 'After', text: 'Hello.' }, desk.address),
    ).toMatchObject({ accepted: true });
    await eventually(
      () => desk.list('/messages/to-assign'),
      (mails) => mails.some(({ subject }) => subject === 'After'),
    );
    const { messageId: newOne } = await desk.write(candidateId);
    await desk.listOf('/sent-messages?state=accepted', 2);
    for (const id of [...accepted, ...leftSince, textOf(newOne)]) expect([id, timesTaken(id)]).toEqual([id, 1]);

    await settleAll(leftSince);
    expect(await room.service.cli('verify')).toContain('Every chain is whole.');
  }, 120_000);
});

/** One message that was accepted, then a backup while two wait and one is held; all of them leave, and mail is received, after the backup. */
async function companyWithBackup() {
  relay = await MisbehavingRelay.start();
  room = await Mailroom.open({ POSTSTELLE_SERVICE_RELAY: relay.url, POSTSTELLE_ONLY_DELIVER_TO: 'anna@home.example' });
  desk = await room.company('acme');
  const { candidateId } = await desk.candidate();
  const { candidateId: other } = await desk.candidate({ addresses: ['bob@home.example'] });
  const write = async (to: string) => textOf((await desk.write(to))['messageId']);
  const accepted = [await write(candidateId)];
  await desk.listOf('/sent-messages?state=accepted', 1);
  const held = await write(other);
  await desk.listOf('/sent-messages?state=held', 1);
  relay.next({ does: 'stall', at: 'recipient' });
  const waiting = [await write(candidateId), await write(candidateId)];
  await eventually(
    async () => relay.stillToDo,
    (left) => left === 0,
  );
  await room.service.stop();
  rmSync(backups, { recursive: true, force: true });
  cpSync(room.service.dataDirectory, backups, { recursive: true });
  await room.service.eventServer?.keep();

  await room.service.start({ POSTSTELLE_ONLY_DELIVER_TO: '@home.example' });
  facts(await desk.post(`/sent-messages/${held}/send-again`));
  await desk.write(candidateId);
  await desk.listOf('/sent-messages?state=accepted', 5);
  await room.send({ from: 'lost@elsewhere.example', to: desk.address, subject: 'Lost', text: 'Hello.' }, desk.address);
  await room.service.stop();
  return { accepted, leftSince: [held, ...waiting], candidateId };
}

/** The first is settled singly; a word about all says nothing of it, and saying it once more changes nothing. */
async function settleAll([first = '', ...others]: readonly string[]): Promise<void> {
  const [reason, key] = [{ reason: 'restored-from-backup' }, randomUUID()];
  expect(await desk.post('/sent-messages/send-again', { reason: 'interrupted' })).toMatchObject({ status: 400 });
  expect(await desk.post(`/sent-messages/${first}/confirm-delivered`)).toMatchObject({ status: 200 });
  const all = await desk.post('/sent-messages/send-again', reason, { key });
  expect(all).toMatchObject({ status: 200, body: { messages: others.length, left: false } });
  expect(await desk.post('/sent-messages/send-again', reason, { key })).toMatchObject({ status: 200, body: { messages: 0, left: false } });
  expect(await desk.post('/sent-messages/confirm-delivered', reason)).toMatchObject({ status: 200, body: { messages: 0 } });
  await eventually(
    async () => others.map(timesTaken),
    (times) => times.every((each) => each === 2),
  );
  expect(timesTaken(first)).toBe(1);
  await desk.listOf('/sent-messages?state=accepted', 5);

  const printed = room.service.output.length;
  await room.service.stop();
  await room.service.start();
  expect(room.service.output.slice(printed)).not.toContain('was restored from a backup');
  expect(await desk.list('/sent-messages?state=uncertain')).toEqual([]);
}

function timesTaken(messageId: string): number {
  return relay.timesTaken(`<${messageId}@poststelle.test>`);
}

/** A file of the data directory, or what a server keeps. */
async function putLogBack(): Promise<void> {
  putBack((name) => name.startsWith('events.sqlite'));
  await room.service.eventServer?.putBack();
}

function putBack(what: (name: string) => boolean): void {
  remove(what);
  for (const name of readdirSync(backups).filter(what))
    cpSync(join(backups, name), join(room.service.dataDirectory, name), { recursive: true });
}

function remove(what: (name: string) => boolean): void {
  for (const name of readdirSync(room.service.dataDirectory).filter(what))
    rmSync(join(room.service.dataDirectory, name), { recursive: true });
}
