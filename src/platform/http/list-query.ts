import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

/** Query of one thing: what every query may carry. Extend it where a query has parameters of its own, because unknown ones are refused. */
export class WaitingQuery {
  /** Taken by `@WaitFor()`. */
  @ApiPropertyOptional({ description: 'Position that a command answered: the answer waits (5 s at most) until it is seen.' })
  @IsOptional()
  @IsString()
  @Length(0, 200)
  readonly waitFor?: string;
}

/** Query of a list. */
export class ListQuery extends WaitingQuery {
  @ApiPropertyOptional({ description: 'Where the last page ended: its `next`.' })
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  readonly cursor?: string;

  @ApiPropertyOptional({ description: 'Entries of a page.', minimum: 1, maximum: 100, default: 50, example: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit: number = 50;
}
