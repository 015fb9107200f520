import { describe, expect, it } from '@jest/globals';
import { mailWith } from '#test/mails/mail-with.js';
import type { Mail } from '../mail.js';
import { classify } from './classify.js';

const arrived = (mail: Mail, bearsOwnMessageId = false) => classify({ mail, envelopeSender: '', bearsOwnMessageId });
const answering = { inReplyTo: ['<sent@poststelle.test>'] };
const failed = { deliveryReport: { recipients: [{ action: 'failed' }] } };

describe('the order of evidence', () => {
  it('our own mail that came back is a loop, whatever else it is', () => {
    expect(arrived(mailWith(failed), true)).toEqual({ kind: 'own-loop', evidence: ['own-message-id'] });
  });

  it('a complaint comes before a report', () => {
    expect(arrived(mailWith({ ...failed, feedbackType: 'abuse' }))).toMatchObject({ kind: 'complaint' });
  });

  it.each(['auth-failure', 'opt-out', 'not-spam', 'dmarc', ''])('feedback of the type "%s" is no complaint', (feedbackType) => {
    expect(arrived(mailWith({ feedbackType, contentType: 'multipart/report' }))).toMatchObject({ kind: 'automatic' });
  });

  it('a bounce that says Auto-Submitted and names the original in In-Reply-To is a bounce: no answer of the candidate', () => {
    const mail = mailWith({ ...failed, ...answering }, { 'auto-submitted': 'auto-replied', 'x-failed-recipients': 'ada@example.org' });
    expect(arrived(mail)).toEqual({ kind: 'delivery-report', evidence: ['delivery-status', 'x-failed-recipients'] });
  });

  it('generated mail is an auto-reply where it answers something, else only automatic', () => {
    const generated = { 'auto-submitted': 'auto-generated' };
    expect(arrived(mailWith(answering, generated))).toMatchObject({ kind: 'auto-reply' });
    expect(arrived(mailWith({}, generated))).toMatchObject({ kind: 'automatic' });
  });

  it('an answer over a list that marks everything as bulk is a list’s, so that the router still asks whose it is', () => {
    expect(arrived(mailWith(answering, { precedence: 'bulk', 'list-id': '<jobs.acme.example>' }))).toEqual({
      kind: 'list',
      evidence: ['list-fields'],
    });
  });

  it('a localised subject, a null sender and a daemon’s name alone take nothing from a person', () => {
    const daemon = mailWith({ from: [{ address: 'mailer-daemon@example.org' }], subject: 'Out of office' }, { 'return-path': '<>' });
    expect(arrived(daemon)).toEqual({ kind: 'person', evidence: ['subject-sounds-automatic'] });
  });

  it('Auto-Submitted: no says nothing', () => {
    expect(arrived(mailWith({}, { 'auto-submitted': 'No' }))).toEqual({ kind: 'person', evidence: [] });
  });
});
