import { Module } from '@nestjs/common';
import { StreamsFactory } from '#platform/event-store/streams.js';
import { inboundMessageCodecs } from './adapters/events/inbound-message.codecs.js';
import { InboundMessages } from './application/ports/inbound-messages.port.js';
import { inboundMessage } from './domain/inbound-message/inbound-message.js';

/** Mail in: accepted, parsed, classified. Whose it is comes after (routing.module.ts). */
@Module({
  providers: [
    {
      provide: InboundMessages,
      inject: [StreamsFactory],
      useFactory: (streams: StreamsFactory) => streams.of(inboundMessage, inboundMessageCodecs),
    },
  ],
  exports: [InboundMessages],
})
export class ReceptionModule {}
