import type { Evidence } from './evidence.js';
import { answersSomething, saysGenerated } from './machine-made.js';

/** Two thirds of out-of-office mails say only that they were generated, or that they are bulk or junk; that they answer tells them apart. */
export const generatedAnswer: Evidence = {
  name: 'generated-answer',
  proves: 'auto-reply',
  seenIn: ({ mail }) => saysGenerated(mail) && answersSomething(mail),
};
