import { Module } from '@nestjs/common';
import { ReceptionModule } from './reception.module.js';
import { RoutingModule } from './routing.module.js';
import { SendingModule } from './sending.module.js';

/** What is sent and received: mail in, whose it is, mail out. */
@Module({ imports: [ReceptionModule, RoutingModule, SendingModule] })
export class MessagingModule {}
