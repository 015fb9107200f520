import { describe, expect, it } from '@jest/globals';
import { unusedConnectionsToDisconnect } from './unused-connections-to-disconnect.to-do.js';

const asked: string[] = [];
const toDo = unusedConnectionsToDisconnect(async ({ streamId }) => {
  asked.push(streamId);
  return Promise.resolve();
});

function owedAfterSwitch(from: 'service' | 'smtp', to: 'service' | 'smtp') {
  type Recorded = Parameters<(typeof toDo.on)['ChannelSwitched']>[0];
  return toDo.on.ChannelSwitched({
    event: { type: 'ChannelSwitched', data: { from, to } },
    recordedAt: new Date('2026-01-01T00:00:00Z'),
  } as Recorded);
}

describe('the password of a connection that is left', () => {
  it('is destroyed 90 days after the switch to the service, and kept where the company goes back before', async () => {
    expect(owedAfterSwitch('smtp', 'service')).toEqual({ due: new Date('2026-04-01T00:00:00Z') });
    expect(owedAfterSwitch('service', 'smtp')).toBe('done');
    const task = { companyId: 'c', streamId: 'mailbox-1', lane: 'c', attempt: 1, signal: new AbortController().signal };
    expect(await toDo.work(task)).toBe('done');
    expect(asked).toEqual(['mailbox-1']);
  });
});
