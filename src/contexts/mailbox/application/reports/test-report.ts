import type { ConnectionTestView } from '../queries/connection-test.view.js';
import { adviceFor } from './advice.js';
import { labels, type Language, outcomeWords, stageWords } from './report-words.js';

/** R87, R88: all that an IT department needs to find the fault, as text that can be forwarded; no secret is in it, because none is in the test. */
export function testReport(test: ConnectionTestView, language: Language): string {
  const label = labels[language];
  const { server, testedAt, channel, transport, recipient, outcome, stage, code, fault, words, testId } = test;
  const lines: readonly (readonly [string, string | undefined])[] = [
    [label.time, `${testedAt} (UTC)`],
    [label.test, testId],
    [label.channel, `${channel} (${transport})`],
    [label.server, server && `${server.host}:${String(server.port)}`],
    [label.encryption, server && encryptionOf(server.encryption, label.unverified)],
    [label.account, server?.account],
    [label.recipient, recipient],
    [label.outcome, `${outcomeWords(outcome, language)} (${outcome})`],
    [label.stage, stage && `${stageWords(stage, language)} (${stage})`],
    [label.code, code],
    [label.fault, fault],
    [label.words, words],
  ];
  const facts = lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  const advice = adviceFor(test, language).map((sentence) => `- ${sentence}`);
  return [label.title, '', ...facts, '', label.advice, ...advice, ''].join('\n');
}

/** Decision "Three encryption modes": plain STARTTLS says so wherever it is shown. */
function encryptionOf(encryption: string, unverified: string): string {
  return encryption === 'starttls' ? `${encryption} (${unverified})` : encryption;
}
