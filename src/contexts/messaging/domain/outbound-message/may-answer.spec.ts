import { describe, expect, it } from '@jest/globals';
import { mayAnswer } from './may-answer.js';

const fromAnna = { candidateId: 'anna', writtenByMachine: false };
const outOfOffice = { candidateId: 'anna', writtenByMachine: true };

describe('answering a received message', () => {
  it('S15: automatic mail never answers automatic mail; a person may', () => {
    expect(mayAnswer(outOfOffice, 'anna', true)).toMatchObject({ refusal: { reason: 'never-answers-automatic-mail' } });
    expect(mayAnswer(outOfOffice, 'anna', false)).toMatchObject({ ok: true });
    expect(mayAnswer(fromAnna, 'anna', true)).toMatchObject({ ok: true });
  });

  it('only a message that lies with the candidate', () => {
    expect(mayAnswer(fromAnna, 'eve', false)).toMatchObject({ refusal: { reason: 'answered-message-not-the-candidates' } });
    expect(mayAnswer({ writtenByMachine: false }, 'anna', false)).toMatchObject({
      refusal: { reason: 'answered-message-not-the-candidates' },
    });
    expect(mayAnswer(undefined, 'anna', false)).toMatchObject({ refusal: { reason: 'answered-message-unknown' } });
  });
});
