import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { automaticAnswerCodecs } from './automatic-answer.codecs.js';

goldenCodecs('automatic-answer', automaticAnswerCodecs, {
  AutomaticAnswerGiven: { outboundMessageId: 'b8c1a3de-5d0f-5a56-8a0c-9e6a4f6b7c11', at: '2026-03-02T08:00:00.000Z' },
});
