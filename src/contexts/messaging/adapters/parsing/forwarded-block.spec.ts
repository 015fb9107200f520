import { describe, expect, it } from '@jest/globals';
import { forwardedBlock, forwardedWhole } from './forwarded-block.js';

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

  it.each([
    [
      'Apple Mail quotes it',
      'Fwd: Bewerbung',
      '> Anfang der weitergeleiteten Nachricht:\n> \n> Von: Ada Muster <ada@mail.example>\n> Betreff: Bewerbung\n> Datum: 2. März 2026 um 10:00:00 MEZ\n> An: bob@acme.example\n> \n> Guten Tag',
    ],
    [
      'Gmail keeps its separator English',
      'Fwd: Bewerbung',
      '---------- Forwarded message ---------\nVon: Ada Muster <ada@mail.example>\nDate: Mo., 2. März 2026 um 10:00 Uhr\nSubject: Bewerbung\nTo: <bob@acme.example>\n\nGuten Tag',
    ],
    [
      'Outlook.com draws a line',
      'WG: Bewerbung',
      '________________________________\nVon: Muster, Ada <ada@mail.example>\nGesendet: Montag, 2. März 2026 10:00\nAn: bob@acme.example <bob@acme.example>\nBetreff: Bewerbung\n\nGuten Tag',
    ],
    [
      'new Outlook has the block alone',
      'WG: Bewerbung',
      'Von: Ada Muster <ada@mail.example>\nDatum: Montag, 2. März 2026 um 10:00\nAn: bob@acme.example\nBetreff: Bewerbung\n\nGuten Tag',
    ],
    [
      'old Outlook says mailto',
      'FW: Application',
      'From: Ada Muster [mailto:ada@mail.example] \nSent: Monday, March 2, 2026 10:00\nTo: bob@acme.example\nSubject: Application\n\nHello',
    ],
    [
      'Yahoo writes one line',
      'Fw: Application',
      '----- Forwarded Message ----- From: Ada Muster <ada@mail.example>To: "bob@acme.example" <bob@acme.example>Sent: Monday, March 2, 2026, 10:00:00 AM GMT+1Subject: Application\nHello',
    ],
    [
      'a French prefix has a blank',
      'TR : Candidature',
      'De : Ada Muster <ada@mail.example>\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : bob@acme.example\nObjet : Candidature\n\nBonjour',
    ],
    [
      'no prefix at all',
      'Bewerbung',
      '---------- Forwarded message ---------\nFrom: Ada Muster <ada@mail.example>\nDate: Mon, Mar 2, 2026 at 10:00 AM\nSubject: Bewerbung\nTo: <bob@acme.example>\n\nHi',
    ],
  ])('S7: %s', (_, subject, text) => {
    expect(forwardedBlock(text, subject)).toEqual({ from: 'ada@mail.example' });
  });

  it('S7: holds no address where Outlook 2019 left only a reply line', () => {
    expect(forwardedBlock('Am 02.03.2026 um 10:00 schrieb Ada Muster:\n\nGuten Tag', 'WG: Bewerbung')).toEqual({});
  });

  it('S7: is a whole mail where it was attached', () => {
    const attached = { from: [{ address: 'Ada@Mail.example' }], to: [] };
    expect(forwardedWhole('Redir.: Bewerbung', attached)).toEqual({ from: 'ada@mail.example' });
    expect(forwardedWhole('Bewerbung', attached)).toBeUndefined();
    expect(forwardedWhole('WG: Bewerbung', undefined)).toBeUndefined();
  });
});
