import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { WaitingQuery } from '#platform/http/list-query.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

export class DaysQuery extends WaitingQuery {
  @ApiProperty({ description: 'First day (UTC).', example: '2026-03-01' })
  @Matches(day, { message: 'from must be a day such as 2026-03-01' })
  readonly from!: string;

  @ApiProperty({ description: 'Last day (UTC), at most 366 days with the first.', example: '2026-03-31' })
  @Matches(day, { message: 'to must be a day such as 2026-03-31' })
  readonly to!: string;
}

export class DayCountResponse {
  @ApiProperty({ description: 'Day in UTC.', example: '2026-03-01' }) readonly day!: string;
  @ApiProperty({ description: 'In or out.', enum: ['in', 'out'], example: 'out' }) readonly direction!: string;
  @ApiProperty({ description: 'What it came or went over.', example: 'service' }) readonly channel!: string;
  @ApiProperty({ description: 'The mailbox that was responsible.', example: '6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f' })
  readonly mailboxId!: string;
  @ApiProperty({
    description:
      'What the count rests on. Written to the local outbox means that nothing left the machine; accepted does not mean arrived.',
    enum: ['received', 'accepted-by-server', 'confirmed-by-person', 'written-to-local-outbox'],
    example: 'accepted-by-server',
  })
  readonly countedAs!: string;
  @ApiProperty({ description: 'How many.', example: 17 }) readonly messages!: number;
}

export class MessagesPerDayResponse {
  @ApiProperty({ description: 'By day; days without messages are left out.', type: [DayCountResponse] })
  readonly items!: readonly DayCountResponse[];
}
