import type { Streams } from '#platform/event-store/streams.js';
import type { AutomaticAnswerGiven, AutomaticAnswers } from '../../domain/automatic-answer/automatic-answers.js';

/** `automatic-answer-<companyId>.<uuid from the HMAC of the address>` */
export type AutomaticAnswerStreams = Streams<AutomaticAnswers, AutomaticAnswerGiven, AutomaticAnswerGiven>;
export const AutomaticAnswerStreams = Symbol('AutomaticAnswerStreams');
