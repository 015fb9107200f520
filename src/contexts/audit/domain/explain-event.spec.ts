import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ladder } from '../../messaging/domain/inbound-message/routing/ladder.js';
import { explainEvent, explanations } from './explain-event.js';
import { rungWords } from './routing-words.js';
import { tellRouting } from './tell-routing.js';

const contexts = join(import.meta.dirname, '..', '..');

/** Every stored name that any context has a codec for. */
async function storedNames(): Promise<string[]> {
  const files = readdirSync(contexts, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.codecs.ts'));
  const names: string[] = [];
  for (const file of files) {
    const module = (await import(join(contexts, file))) as Record<string, Record<string, { storedAs: string }>>;
    for (const codecs of Object.values(module)) names.push(...Object.values(codecs).map(({ storedAs }) => storedAs));
  }
  return names;
}

describe('the explanation of an event', () => {
  it('is there for every stored type of the house, and for nothing else', async () => {
    const names = await storedNames();
    expect(names.length).toBeGreaterThan(40);
    expect(Object.keys(explanations).sort()).toEqual(names.sort());
  });

  it('fills in the facts, in both languages, and codes in words', () => {
    const facts = { reason: 'address-unknown', proposals: [] };
    expect(explainEvent('inbound-message.queued-for-assignment', facts)).toEqual({
      en: 'It waits in messages to assign. No candidate has the address of its sender.',
      de: 'Sie liegt unter «Zuzuweisende Nachrichten». Die Adresse des Absenders gehört niemandem.',
    });
    expect(explainEvent('inbound-message.assigned', { candidateId: 'c-1', teachesAddress: true }).en).toContain(
      'c-1 (address learned: yes)',
    );
  });

  it('says that a fact is missing or personal instead of inventing one', () => {
    expect(explainEvent('company.registered', { name: '[personal]' }).en).toBe(
      'The company [personal] was registered under the account –.',
    );
    expect(explainEvent('company.registered', { name: 'bounce', slug: 'list' }).de).toContain(
      'Die Firma bounce wurde unter dem Konto list',
    );
    expect(explainEvent('constructor', {}).en).toBe('constructor was recorded.');
  });

  it('knows every rule of the router by its question', () => {
    for (const { name } of ladder.rungs) expect(Object.keys(rungWords)).toContain(name);
  });

  it('tells what the router tried, rung by rung', () => {
    const rungs = [
      { rung: 'conversation-token', found: 'nothing', reason: 'no-token' },
      { rung: 'sender-address', found: 'candidate', candidateIds: ['c-1'] },
    ];
    expect(tellRouting({ routing: { router: 'ladder-1', at: 'x:1', rungs } })).toEqual([
      expect.objectContaining({
        found: 'nothing',
        explanation: {
          en: 'Does it carry our reply token? It carries no reply token of ours.',
          de: 'Trägt sie unser Antwortkennzeichen? Sie trägt kein Antwortkennzeichen von uns.',
        },
      }),
      expect.objectContaining({ rung: 'sender-address', candidateIds: ['c-1'] }),
    ]);
    expect(tellRouting({})).toBeUndefined();
  });
});
