import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { WaitingQuery } from '#platform/http/list-query.js';

export class ChangesQuery extends WaitingQuery {
  @ApiPropertyOptional({ description: 'Where the last answer ended: its `next`. Left out: from the beginning.' })
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  readonly after?: string;

  @ApiPropertyOptional({ description: 'Changes of an answer.', minimum: 1, maximum: 1_000, default: 100, example: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000)
  readonly limit: number = 100;
}

export class ChangeResponse {
  @ApiProperty({
    description:
      'What happened: `candidate.…`, `application.…`, `employee.…`, `subsidiary.…`, `mailbox.…`, `sent-message.…`, `received-message.…`.',
    example: 'application.opened',
  })
  readonly type!: string;

  @ApiProperty({ description: 'Of the meaning of this type.', example: 1 }) readonly version!: number;
  @ApiProperty({ description: 'UTC.', example: '2026-03-02T08:00:00.000Z' }) readonly at!: string;
  @ApiPropertyOptional({ example: '6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f' }) readonly candidateId?: string;
  @ApiPropertyOptional({ example: '1d9c2c9e-8a51-5b53-8f0e-53e4b0c2f7d6' }) readonly applicationId?: string;
  @ApiPropertyOptional({ example: 'd2a4b3b2-6a55-5f0e-8d0b-2f5d9a1c7e11' }) readonly subsidiaryId?: string;
  @ApiPropertyOptional({ example: '0b7f6a1e-7e8a-5d2a-9c58-0c8f9a4c1b22' }) readonly employeeId?: string;
  @ApiPropertyOptional({ example: '2b0c1c6e-6d38-5b11-9a54-9c1f0d9f4a10' }) readonly mailboxId?: string;
  @ApiPropertyOptional({ example: 'b8c1a3de-5d0f-5a56-8a0c-9e6a4f6b7c11' }) readonly messageId?: string;
  @ApiPropertyOptional({ description: 'Why, as a code.', example: 'recipient-refused' }) readonly reason?: string;
}

export class ChangesPageResponse {
  @ApiProperty({ type: [ChangeResponse] }) readonly items!: readonly ChangeResponse[];
  @ApiProperty({ description: 'Where to go on, also when nothing came.', example: 'eyJhIjox.c2ln' }) readonly next!: string;
  @ApiProperty({ description: 'Whether more is there already.', example: false }) readonly more!: boolean;
}
