import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { restoredFromBackup } from '../../domain/outbound-message/doubt-after-restore.js';
import { warningsProperty } from './sent-message.response.js';

export class DoubtedBody {
  @ApiProperty({
    description: 'Why the messages are uncertain. What is uncertain for another reason is settled singly.',
    enum: [restoredFromBackup],
    example: restoredFromBackup,
  })
  @IsIn([restoredFromBackup])
  readonly reason!: typeof restoredFromBackup;
}

export class SettledResponse {
  @ApiProperty({ description: 'How many messages it was said of.', example: 12 }) readonly messages!: number;
  @ApiProperty({ description: 'There may be more: say it once more, under another Idempotency-Key.', example: false })
  readonly left!: boolean;
  @ApiPropertyOptional({ description: 'Place in the history; send it as `waitFor` to have it seen by a query.', example: 'sqlite-7f3a:42' })
  readonly position?: string;
  @ApiProperty(warningsProperty) readonly warnings!: readonly string[];
}
