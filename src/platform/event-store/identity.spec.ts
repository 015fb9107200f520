import { describe, expect, it } from '@jest/globals';
import { validate, version } from 'uuid';
import { InMemoryDataKeys } from '#test/event-store/in-memory-data-keys.js';
import { serviceCause } from './cause.js';
import { companyIdOf, eventIdFrom, externalIdentity, idFromCommand, nameBasedId } from './identity.js';

describe('identities', () => {
  it('do not change: every stream hangs on them', () => {
    expect(companyIdOf('acme')).toBe('4b5bfe33-e70a-5558-8383-dd0befa3fff8');
  });

  it('are UUIDs v5 that differ by every part and by where a part ends', () => {
    const ids = [
      nameBasedId('a', 'bc'),
      nameBasedId('ab', 'c'),
      nameBasedId('abc'),
      companyIdOf('abc'),
      idFromCommand('a', 'bc'),
      idFromCommand('ab', 'c'),
      eventIdFrom('a', 'bc', 0),
      eventIdFrom('a', 'bc', 1),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => validate(id) && version(id) === 5)).toBe(true);
  });

  it('of what a caller names follow from company, category, name and generation, and from a key that callers do not have', async () => {
    const keys = new InMemoryDataKeys();
    const id = await externalIdentity(keys, 'company', 'candidate', 'C-1');
    expect(await externalIdentity(keys, 'company', 'candidate', 'C-1', 1)).toBe(id);
    const others = await Promise.all([
      externalIdentity(keys, 'other', 'candidate', 'C-1'),
      externalIdentity(keys, 'company', 'employee', 'C-1'),
      externalIdentity(keys, 'company', 'candidate', 'C-2'),
      externalIdentity(keys, 'company', 'candidate', 'C-1', 2),
      externalIdentity(new InMemoryDataKeys(), 'company', 'candidate', 'C-1'),
    ]);
    expect(new Set([id, ...others]).size).toBe(6);
  });
});

describe('a cause of the service', () => {
  it('is the same command whenever the same work is done for the same cause', () => {
    expect(serviceCause('company', 'route', 'event-1')).toEqual(serviceCause('company', 'route', 'event-1'));
    const commands = [
      serviceCause('company', 'route', 'event-1'),
      serviceCause('company', 'route', 'event-2'),
      serviceCause('company', 'classify', 'event-1'),
      serviceCause('other', 'route', 'event-1'),
    ].map(({ commandId }) => commandId);
    expect(new Set(commands).size).toBe(4);
  });
});
