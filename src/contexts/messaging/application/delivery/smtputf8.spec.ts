import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeliveryBench, overSmtp } from '#test/messaging/delivery-bench.js';
import { MisbehavingRelay } from '#test/peers/misbehaving-relay.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { RelayMailTransport } from '../../adapters/transports/relay/relay-mail-transport.js';
import { relayFrom } from '../../adapters/transports/relay/relay-url.js';
import type { Deliverer } from './deliverer.js';

const folderOf = temporaryFolders();
let relay: MisbehavingRelay;
let transport: RelayMailTransport;
let bench: DeliveryBench;
let worker: Deliverer;

async function open(asciiOnly: boolean): Promise<void> {
  relay = await MisbehavingRelay.start({ asciiOnly });
  transport = new RelayMailTransport(relayFrom(relay.url), 'poststelle.test');
  worker = bench.worker(transport);
}

beforeEach(async () => {
  bench = await DeliveryBench.open(folderOf());
});
afterEach(async () => {
  await transport.close();
  await relay.stop();
});

describe('RFC 6531: mail to a local part that is not ASCII', () => {
  it.each([
    ['the service', false],
    ['a company’s own server', true],
  ])('is rejected over %s without SMTPUTF8: no address is marked, and the other mail leaves', async (_, own) => {
    await open(true);
    if (own) bench.settings = overSmtp('first');
    const [untellable, usual] = [await bench.queued('änna@candidate.example'), await bench.queued()];
    await bench.deliver(worker, untellable);
    const reason = 'smtputf8-not-offered';
    expect(await bench.state(untellable)).toMatchObject({ state: 'rejected', reason, marksAddress: false, attempts: 0 });
    expect(await bench.types(untellable)).toEqual(['MessageQueued', 'MessageRejected']);
    expect(bench.settings.needsAttention).toBeUndefined();
    expect(await bench.deliver(worker, usual)).toBeUndefined();
    expect(await bench.state(usual)).toMatchObject({ state: 'accepted' });
    expect(relay.taken.map(({ to }) => to)).toEqual([['anna@candidate.example']]);
  });

  it('leaves where the server offers SMTPUTF8', async () => {
    await open(false);
    const id = await bench.queued('änna@candidate.example');
    await bench.deliver(worker, id);
    expect(await bench.state(id)).toMatchObject({ state: 'accepted' });
    expect(relay.taken).toMatchObject([{ to: ['änna@candidate.example'] }]);
  });
});
