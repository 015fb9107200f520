import { ApiProperty } from '@nestjs/swagger';

/** What every command answers: where it took the history to. Extend it where a command answers with more. */
export class ReceiptResponse {
  @ApiProperty({ description: 'Revision of what was changed; the ETag, to be sent as `If-Match`.', example: 3 })
  readonly revision!: number;

  @ApiProperty({ description: 'Place in the history; send it as `waitFor` to have it seen by a query.', example: 'sqlite-7f3a:42' })
  readonly position!: string;
}
