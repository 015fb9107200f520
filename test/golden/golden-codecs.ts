import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { AnyCodec } from '#platform/event-store/codec-catalogue.js';
import type { Codecs } from '#platform/event-store/codec.js';
import { type GoldenFile, readGolden, writeGolden } from './golden-file.js';
import { legible, opened } from './legible.js';

/** Set to `write`, missing golden files of the schema version of now are made; what is there is never touched. */
const writing = process.env['GOLDEN'] === 'write';

/**
 * Every stored form that was ever released stays readable. One call for the codecs of an aggregate, with one example of each event:
 * `goldenCodecs('mailbox', mailboxCodecs, { MailboxProvisioned: { … }, … })`, then once `GOLDEN=write npm run jest -- <the spec>`.
 */
export function goldenCodecs<Event extends DomainEvent>(
  category: string,
  codecs: Codecs<Event>,
  examples: { readonly [Type in Event['type']]: Extract<Event, { type: Type }>['data'] },
): void {
  const samples = new Map<string, object>(Object.entries<object>(examples));
  describe(`golden files of ${category}`, () => {
    for (const [type, codec] of Object.entries<AnyCodec>(codecs)) {
      const current = codec.read.length;
      if (writing) writeMissing({ category, type }, codec, samples.get(type));
      for (let schema = 1; schema <= current; schema++) {
        it(`reads ${codec.storedAs} of schema ${schema} as it always did`, () => {
          const file = goldenOf(codec, schema);
          expect({ category, type }).toEqual({ category: file.category, type: file.type });
          expect(legible(codec.read[schema - 1]?.(opened(file.stored) as never))).toEqual(file.data);
        });
      }

      it(`writes ${codec.storedAs} as schema ${current} says; another form is another version`, () => {
        const file = goldenOf(codec, current);
        const data = codec.read[current - 1]?.(opened(file.stored) as never);
        expect(legible(codec.write(data as never))).toEqual(file.stored);
      });

      it(`takes an example of ${type} there and back`, () => {
        const written = codec.write(samples.get(type) as never);
        expect(legible(codec.read[current - 1]?.(opened(legible(written)) as never))).toEqual(legible(samples.get(type)));
      });
    }
  });
}

function writeMissing(name: Pick<GoldenFile, 'category' | 'type'>, codec: AnyCodec, data: object | undefined): void {
  const schema = codec.read.length;
  if (data === undefined || readGolden(codec.storedAs, schema) !== undefined) return;
  writeGolden(codec.storedAs, schema, { ...name, stored: legible(codec.write(data as never)), data: legible(data) });
}

function goldenOf(codec: AnyCodec, schema: number): GoldenFile {
  const file = readGolden(codec.storedAs, schema);
  if (file === undefined)
    throw new Error(`${codec.storedAs} of schema ${schema} has no golden file: GOLDEN=write npm run jest -- <this spec>.`);
  return file;
}
