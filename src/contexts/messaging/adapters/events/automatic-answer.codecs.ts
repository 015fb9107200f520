import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type { AutomaticAnswerGiven } from '../../domain/automatic-answer/automatic-answers.js';

export const automaticAnswerCodecs: Codecs<AutomaticAnswerGiven> = {
  AutomaticAnswerGiven: codec('automatic-answer.given', storedFields<AutomaticAnswerGiven['data']>({ outboundMessageId: true, at: true })),
};
