import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { accept, allow, refuse } from '#kernel/decision.js';
import type { Parcel, ParcelDelivered, ParcelStamped } from '#test/event-store/parcel.js';
import { freshCause, posted, postOffice, systemClock } from '#test/event-store/post-office.js';
import { Personal } from '#kernel/personal.js';
import { EventRefused } from './event-store.port.js';
import { MemoryEventStore } from './memory/memory-event-store.js';

const stamped = (stamp: string): ParcelStamped => ({ type: 'ParcelStamped', data: { stamp } });
const stamp = (text: string) => () => accept(stamped(text));
const delivered: ParcelDelivered = { type: 'ParcelDelivered', data: { signedBy: Personal.under('key-1', { name: 'Ada' }) } };
const refusal = (reason: string) => ({ ok: false, refusal: { reason } });

describe('the streams of an aggregate', () => {
  let store: MemoryEventStore;
  let office: ReturnType<typeof postOffice>;
  const cause = (given?: Parameters<typeof freshCause>[1]) => freshCause(office.companyId, given);
  const stampsOf = async (id: string) => (await office.parcels.load(office.companyId, id))?.state.stamps;

  beforeEach(() => {
    store = new MemoryEventStore(systemClock);
    office = postOffice(store);
  });

  describe('begun', () => {
    it('hold their first events and answer with revision and position', async () => {
      const answer = await office.parcels.begin('p', cause(), posted(), stamped('Bonn'));
      expect(answer).toEqual({ ok: true, value: { revision: 1n, position: await store.head() } });
      expect(await stampsOf('p')).toEqual(['Bonn']);
    });

    it('answer the same command as the first time, also after later events', async () => {
      const first = cause();
      const answer = await office.parcels.begin('p', first, posted(), stamped('Bonn'));
      await office.parcels.decide('p', cause(), stamp('Cologne'));
      expect(await office.parcels.begin('p', first, posted(), stamped('Bonn'))).toEqual(answer);
      expect(await stampsOf('p')).toEqual(['Bonn', 'Cologne']);
    });

    it('are refused to another command, and to the same one with another body', async () => {
      const first = cause();
      await office.parcels.begin('p', first, posted());
      expect(await office.parcels.begin('p', cause(), posted())).toEqual(refusal('exists-already'));
      expect(await office.parcels.begin('p', { ...first, bodyDigest: 'other' }, posted())).toEqual(refusal('key-used-before'));
    });

    it('are refused where If-Match asks for a revision of what is not there', async () => {
      expect(await office.parcels.begin('p', cause({ expectedRevision: 0n }), posted())).toEqual(refusal('changed-meanwhile'));
      expect(await office.parcels.load(office.companyId, 'p')).toBeUndefined();
    });

    it('are begun once by 20 commands at once, and once by one command sent 20 times at once', async () => {
      const different = await Promise.all(Array.from({ length: 20 }, () => office.parcels.begin('p', cause(), posted())));
      expect(different.filter(({ ok }) => ok)).toHaveLength(1);
      expect(different.filter((answer) => !answer.ok && answer.refusal.reason === 'exists-already')).toHaveLength(19);

      const same = cause();
      const repeats = await Promise.all(Array.from({ length: 20 }, () => office.parcels.begin('q', same, posted())));
      expect(new Set(repeats.map((answer) => (answer.ok ? answer.value.position : answer.refusal.reason))).size).toBe(1);
    });

    it.each(['a/b', '', 'x y', '../p', 'é'])('are refused the name %p', async (id) => {
      await expect(office.parcels.begin(id, cause(), posted())).rejects.toThrow(EventRefused);
    });
  });

  describe('decided on', () => {
    beforeEach(async () => {
      await office.parcels.begin('p', cause(), posted());
    });

    it('give the rule the state that their history makes', async () => {
      await office.parcels.decide('p', cause(), stamp('Bonn'));
      let seen: Parcel | undefined;
      await office.parcels.decide('p', cause(), (state) => {
        seen = state;
        return accept(delivered);
      });
      expect(seen).toMatchObject({ weight: 250, stamps: ['Bonn'], delivered: false });
      expect((await office.parcels.load(office.companyId, 'p'))?.state.delivered).toBe(true);
    });

    it('are not found where there is none, and not in another company', async () => {
      expect(await office.parcels.decide('q', cause(), stamp('Bonn'))).toEqual(refusal('not-found'));
      expect(await office.parcels.decide('p', freshCause(randomUUID()), stamp('Bonn'))).toEqual(refusal('not-found'));
      expect(await office.parcels.decide('p/../p', cause(), stamp('Bonn'))).toEqual(refusal('not-found'));
      expect(await office.parcels.ask('p', freshCause(randomUUID()), allow)).toEqual({ go: false, answer: refusal('not-found') });
      expect(await office.parcels.load(randomUUID(), 'p')).toBeUndefined();
    });

    it('hand a refusal through and append nothing', async () => {
      const head = await store.head();
      const answer = await office.parcels.decide('p', cause(), () => refuse('too-heavy', { facts: { grams: 250 } }));
      expect(answer).toEqual({ ok: false, refusal: { reason: 'too-heavy', facts: { grams: 250 } } });
      expect(await store.head()).toBe(head);
    });

    it('answer a decision without events with where they stand', async () => {
      expect(await office.parcels.decide('p', cause(), () => accept())).toEqual({
        ok: true,
        value: { revision: 0n, position: await store.head() },
      });
    });

    it('answer a repeated command as the first time, without asking the rule', async () => {
      const first = cause({ expectedRevision: 0n });
      const answer = await office.parcels.decide('p', first, () => accept(stamped('Bonn'), stamped('Cologne')));
      await office.parcels.decide('p', cause(), stamp('Aachen'));
      const never = () => {
        throw new Error('asked again');
      };
      expect(await office.parcels.decide('p', first, never)).toEqual(answer);
      expect(await office.parcels.ask('p', first, never)).toEqual({ go: false, answer });
    });

    it('refuse a command id that was used with another body', async () => {
      const first = cause();
      await office.parcels.decide('p', first, stamp('Bonn'));
      const other = { ...first, bodyDigest: 'other' };
      expect(await office.parcels.decide('p', other, stamp('Bonn'))).toEqual(refusal('key-used-before'));
      expect(await office.parcels.ask('p', other, allow)).toEqual({ go: false, answer: refusal('key-used-before') });
    });

    it('refuse what If-Match did not see, before the rule is asked', async () => {
      await office.parcels.decide('p', cause(), stamp('Bonn'));
      const stale = cause({ expectedRevision: 0n });
      expect(await office.parcels.decide('p', stale, () => refuse('never-asked'))).toEqual(refusal('changed-meanwhile'));
      expect(await office.parcels.ask('p', stale, allow)).toEqual({ go: false, answer: refusal('changed-meanwhile') });
      expect(await office.parcels.decide('p', cause({ expectedRevision: 1n }), stamp('Cologne'))).toMatchObject({ ok: true });
    });

    it('decide again on what somebody else changed meanwhile', async () => {
      const rule = (state: Parcel) => (state.stamps.length === 0 ? accept(stamped('first')) : refuse('stamped-already'));
      const answers = await Promise.all(Array.from({ length: 3 }, () => office.parcels.decide('p', cause(), rule)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.filter((answer) => !answer.ok && answer.refusal.reason === 'stamped-already')).toHaveLength(2);
      expect(await stampsOf('p')).toEqual(['first']);
    });

    it('take one command sent ten times at once as one', async () => {
      const same = cause();
      const answers = await Promise.all(Array.from({ length: 10 }, () => office.parcels.decide('p', same, stamp('Bonn'))));
      expect(new Set(answers.map((answer) => (answer.ok ? answer.value.revision : undefined)))).toEqual(new Set([1n]));
      expect(await stampsOf('p')).toEqual(['Bonn']);
    });

    it('read histories that are longer than a page', async () => {
      for (let batch = 0; batch < 6; batch++)
        await office.parcels.decide('p', cause(), () => accept(...Array.from({ length: 100 }, (_, index) => stamped(`${batch}.${index}`))));
      expect(await stampsOf('p')).toHaveLength(600);
    });
  });
});
