import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { OneLine } from '#platform/http/one-line.js';
import { ApplicationBody } from './application.dto.js';
import { CandidateBody } from './candidate.dto.js';

const most = 1_000;

export class CandidateItemBody extends OmitType(CandidateBody, ['externalId']) {
  @ApiProperty({ description: 'What your platform calls the person, unique in the company (S32).', example: 'applicant-4711' })
  @OneLine(1, 200)
  readonly externalId!: string;
}

export class CandidatesBatchBody {
  @ApiProperty({ description: 'Each with its own result, in this order.', type: [CandidateItemBody], minItems: 1, maxItems: most })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(most)
  @ValidateNested({ each: true })
  @Type(() => CandidateItemBody)
  readonly items!: readonly CandidateItemBody[];
}

export class ApplicationItemBody extends OmitType(ApplicationBody, ['externalId']) {
  @ApiProperty({ description: 'What your platform calls the application, unique in the company.', example: 'application-815' })
  @OneLine(1, 200)
  readonly externalId!: string;

  @ApiProperty({ description: 'Whose it is: an id, or `external:<your own id>`.', example: 'external:applicant-4711' })
  @OneLine(1, 220)
  readonly candidateId!: string;
}

export class ApplicationsBatchBody {
  @ApiProperty({ description: 'Each with its own result, in this order.', type: [ApplicationItemBody], minItems: 1, maxItems: most })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(most)
  @ValidateNested({ each: true })
  @Type(() => ApplicationItemBody)
  readonly items!: readonly ApplicationItemBody[];
}

export class ItemRefusalResponse {
  @ApiProperty({ description: 'As in `reason` of a problem.', example: 'subsidiary-not-found' }) readonly reason!: string;
  @ApiProperty({ example: 'Subsidiary not found' }) readonly title!: string;
  @ApiProperty({ example: 'The company has no such subsidiary.' }) readonly detail!: string;
  @ApiPropertyOptional({ description: 'The field that it is about.', example: 'externalId' }) readonly field?: string;
}

export class ItemResultResponse {
  @ApiProperty({ example: 'applicant-4711' }) readonly externalId!: string;

  @ApiProperty({
    description:
      '`created`: it was not there. `updated`: it was there, and addresses or an application were added. `unchanged`: it was there, and nothing was added; nothing else is ever changed, see `differs`.',
    enum: ['created', 'updated', 'unchanged', 'refused'],
    example: 'created',
  })
  readonly result!: string;

  @ApiPropertyOptional({ description: 'Its id here; absent where it was refused.', example: '6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f' })
  readonly id?: string;

  @ApiPropertyOptional({ description: 'Place in the history, where something was written.', example: 'sqlite-7f3a:42' })
  readonly position?: string;

  @ApiPropertyOptional({
    description:
      'Fields of the item: what is otherwise here and was left as it is. `name` of a person; `job`, `department` and `subsidiaryId` of an application that you name (of a candidate’s: `application.job` and so on). What the item leaves out is none. Absent where nothing differs.',
    type: [String],
    example: ['name', 'application.job'],
  })
  readonly differs?: readonly string[];

  @ApiPropertyOptional() readonly refusal?: ItemRefusalResponse;
}

export class BatchResponse {
  @ApiProperty({ type: [ItemResultResponse] }) readonly results!: readonly ItemResultResponse[];
}
