import { describe, it } from '@jest/globals';
import { storyOf } from '#test/story.js';
import { answerAutomatically, automaticAnswer } from './answer-automatically.js';
import { automaticAnswers } from './automatic-answers.js';

const { given } = storyOf(automaticAnswers);
const monday = automaticAnswer('message-1', new Date('2026-03-02T08:00:00.000Z'));

describe('automatic answers', () => {
  it('S15: go to one address at most once in 7 days', () => {
    given(monday)
      .when((answers) => answerAutomatically(answers, 'message-2', new Date('2026-03-09T07:59:59.999Z')))
      .thenRefused('answered-automatically-before', { facts: { again: '2026-03-09T08:00:00.000Z' } });
    const later = new Date('2026-03-09T08:00:00.000Z');
    given(monday)
      .when((answers) => answerAutomatically(answers, 'message-2', later))
      .then(automaticAnswer('message-2', later));
  });

  it('S15: the same message is counted once', () => {
    given(monday)
      .when((answers) => answerAutomatically(answers, 'message-1', new Date('2026-03-02T08:00:01.000Z')))
      .then();
  });
});
