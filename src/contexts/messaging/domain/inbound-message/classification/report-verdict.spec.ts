import { describe, expect, it } from '@jest/globals';
import { mailWith } from '#test/mails/mail-with.js';
import type { ReportedRecipient } from '../delivery-report.js';
import { reportVerdict } from './report-verdict.js';
import { codeIn } from './status-code.js';

const verdictOn = (...recipients: readonly ReportedRecipient[]) => reportVerdict(mailWith({ deliveryReport: { recipients } }));

describe('the verdict of a report', () => {
  it.each(['failed', 'failure', 'error', 'expired'])(
    'the action %s is a bounce, even with a 4.x code: it is final for that mail',
    (action) => {
      expect(verdictOn({ action, status: '4.4.7' })).toEqual({ as: 'bounce', status: '4.4.7' });
    },
  );

  it('S18: only `delayed` is a delay, even with a 5.x code', () => {
    expect(verdictOn({ action: 'delayed', status: '5.0.0' })).toEqual({ as: 'delay', status: '5.0.0' });
  });

  it.each(['delivered', 'relayed', 'expanded'])('%s is no bounce', (action) => {
    expect(verdictOn({ action })).toEqual({ as: 'delivery' });
  });

  it('without an action the code decides, and without a code field the diagnostic', () => {
    expect(verdictOn({ status: '5.1.1' })).toEqual({ as: 'bounce', status: '5.1.1' });
    expect(verdictOn({ status: '4.2.2' })).toEqual({ as: 'delay', status: '4.2.2' });
    expect(verdictOn({ status: '2.0.0' })).toEqual({ as: 'delivery', status: '2.0.0' });
    expect(verdictOn({ diagnostic: '550 5.7.1 blocked' })).toEqual({ as: 'bounce', status: '5.7.1' });
  });

  it('of several recipients the worst counts', () => {
    expect(verdictOn({ action: 'delivered' }, { action: 'delayed', status: '4.0.0' }, { action: 'failed', status: '5.1.1' })).toEqual({
      as: 'bounce',
      status: '5.1.1',
    });
  });

  it('the diagnostic’s finer code stands for an x.0.0', () => {
    expect(verdictOn({ action: 'failed', status: '5.0.0', diagnostic: '550-5.2.2 full' })).toEqual({ as: 'bounce', status: '5.2.2' });
  });

  it('a report that says nothing readable is a bounce, with the code its text has', () => {
    expect(reportVerdict(mailWith({ text: 'Host 192.5.1.1 said: 550 5.1.2 bad host' }))).toEqual({ as: 'bounce', status: '5.1.2' });
  });

  it.each(['192.5.1.1', 'version 5.1.1.2', '15.1.1', '5.1.1.0.3'])('%s is no status code', (text) => {
    expect(codeIn(text)).toBeUndefined();
  });
});
