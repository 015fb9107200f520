import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { accept } from '#kernel/decision.js';
import { type Fate, withFates } from '#test/event-store/flaky-event-store.js';
import { freshCause, posted, postOffice, systemClock } from '#test/event-store/post-office.js';
import { OutcomeUnknown } from './event-store.port.js';
import { MemoryEventStore } from './memory/memory-event-store.js';

const companyId = randomUUID();
const stamp = () => accept({ type: 'ParcelStamped' as const, data: { stamp: 'Bonn' } });

function officeWith(...fates: Fate[]) {
  const { store, appends } = withFates(new MemoryEventStore(systemClock), ...fates);
  return { ...postOffice(store), appends };
}

describe('an append whose outcome nobody knows', () => {
  it.each<[string, Fate[]]>([
    ['was lost', ['lost', 'lost']],
    ['arrived, but its answer was lost', ['answer-lost', 'answer-lost']],
    ['was lost, then arrived without an answer', ['lost', 'answer-lost']],
  ])('is repeated with the same bytes at the same revision, and is there once, when it %s', async (_, fates) => {
    const { parcels, appends } = officeWith('arrives', ...fates);
    await parcels.begin('p', freshCause(companyId), posted());
    expect(await parcels.decide('p', freshCause(companyId), stamp)).toMatchObject({ ok: true, value: { revision: 1n } });
    expect((await parcels.load(companyId, 'p'))?.state.stamps).toEqual(['Bonn']);
    const [, first, ...repeats] = appends;
    expect(repeats).toEqual([first, first]);
  });

  it('begins a stream once', async () => {
    const { parcels } = officeWith('answer-lost');
    expect(await parcels.begin('p', freshCause(companyId), posted())).toMatchObject({ ok: true, value: { revision: 0n } });
  });

  it('is given up after a bounded number of repeats, and found done when the command comes again', async () => {
    const { parcels, appends } = officeWith('arrives', 'answer-lost', 'lost', 'lost', 'lost', 'lost');
    await parcels.begin('p', freshCause(companyId), posted());
    const cause = freshCause(companyId);
    await expect(parcels.decide('p', cause, stamp)).rejects.toThrow(OutcomeUnknown);
    expect(appends).toHaveLength(6);
    expect(await parcels.decide('p', cause, stamp)).toMatchObject({ ok: true, value: { revision: 1n } });
    expect((await parcels.load(companyId, 'p'))?.state.stamps).toEqual(['Bonn']);
  });
});
