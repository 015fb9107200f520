import { describe, expect, it } from '@jest/globals';
import { forwardedBlock } from './forwarded-block.js';

const block = (separator: string, labels: readonly [string, string, string, string]) =>
  `Zur Kenntnis.\n\n${separator}\n${labels[0]}: Ada Lovelace <ada@mail.example>\n${labels[1]}: Mo., 2. Nov. 2026 um 10:00\n${labels[2]}: Bewerbung\n${labels[3]}: <jobs@acme.example>\n\nGuten Tag`;

describe('the forwarded block of a mail', () => {
  it('S7: is found behind an English separator', () => {
    const text = block('---------- Forwarded message ---------', ['From', 'Date', 'Subject', 'To']);
    expect(forwardedBlock(text, 'Fwd: Bewerbung')).toEqual({ from: 'ada@mail.example' });
  });

  it('S7: is found behind a German one, with the prefix WG', () => {
    const text =
      '-----Ursprüngliche Nachricht-----\nVon: Ada Lovelace <ada@mail.example>\nGesendet: Montag, 2. November 2026 10:00\nAn: jobs@acme.example\nBetreff: Bewerbung\n\nGuten Tag';
    expect(forwardedBlock(text, 'WG: Bewerbung')).toEqual({ from: 'ada@mail.example' });
  });

  it('S8: is the outermost of several', () => {
    const inner = block('---------- Forwarded message ---------', ['From', 'Date', 'Subject', 'To']).replaceAll('ada@', 'other@');
    const text = `${block('---------- Forwarded message ---------', ['From', 'Date', 'Subject', 'To'])}\n${inner}`;
    expect(forwardedBlock(text, 'Fwd: Fwd: Bewerbung')).toEqual({ from: 'ada@mail.example' });
  });

  it('is none in an answer', () => {
    expect(forwardedBlock('Danke!\n\nAm 2. November schrieb Acme:\n> Guten Tag', 'Re: Bewerbung')).toBeUndefined();
  });

  it('S34: takes no time over a text made against regular expressions', () => {
    const started = performance.now();
    forwardedBlock(`${'> '.repeat(200_000)}\n${'From: '.repeat(50_000)}`, 'Fwd: x');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
