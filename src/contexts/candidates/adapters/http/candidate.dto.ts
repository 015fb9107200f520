import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { ListQuery } from '#platform/http/list-query.js';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { OneLine } from '#platform/http/one-line.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { ApplicationBody, ApplicationResponse } from './application.dto.js';

export class CandidateBody {
  @ApiProperty({ description: 'The person’s name.', example: 'Anna Beispiel' })
  @OneLine(1, 200)
  readonly name!: string;

  @ApiProperty({
    description: 'E-mail addresses that the person writes from; may be empty.',
    example: ['anna@home.example'],
    type: [String],
  })
  @IsArray()
  @ArrayMaxSize(20)
  @OneLine(3, 254, { each: true })
  readonly addresses!: readonly string[];

  @ApiPropertyOptional({ description: 'What your platform calls the person, unique in the company (S32).', example: 'applicant-4711' })
  @MayBeLeftOut()
  @OneLine(1, 200)
  readonly externalId?: string;

  @ApiPropertyOptional({ description: 'The first application, opened in the same step.' })
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => ApplicationBody)
  readonly application?: ApplicationBody;
}

export class AddressBody {
  @ApiProperty({ description: 'One plain e-mail address.', example: 'anna@work.example' })
  @OneLine(3, 254)
  readonly address!: string;
}

export class CandidatesQuery extends ListQuery {
  @ApiPropertyOptional({
    description: 'Only candidates with exactly this address, however its letters are cased.',
    example: 'anna@home.example',
  })
  @MayBeLeftOut()
  @OneLine(3, 254)
  readonly address?: string;
}

export class WarningResponse {
  @ApiProperty({
    description: 'Somebody else in the company has the same address, or a name alike; or the look-up was too far behind to tell.',
    enum: ['address-known', 'name-known', 'not-checked'],
    example: 'address-known',
  })
  readonly warning!: string;

  @ApiProperty({ description: 'Who they are, at most 20.', example: ['6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f'] })
  readonly candidateIds!: readonly string[];
}

export class AddressAddedResponse extends ReceiptResponse {
  @ApiProperty({ description: 'Said, not refused (P7).', type: [WarningResponse] })
  readonly warnings!: readonly WarningResponse[];
}

export class CandidateRegisteredResponse extends AddressAddedResponse {
  @ApiProperty({ description: 'Id of the candidate.', example: '6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f' })
  readonly candidateId!: string;

  @ApiPropertyOptional({ description: 'Id of the application, where one was opened.', example: '1d9c2c9e-8a51-5b53-8f0e-53e4b0c2f7d6' })
  readonly applicationId?: string;
}

export class ListedCandidateResponse {
  @ApiProperty({ description: 'Id of the candidate.', example: '6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f' }) readonly candidateId!: string;
  @ApiProperty({ description: 'Name; null once erased.', type: String, nullable: true, example: 'Anna Beispiel' }) readonly name!:
    string | null;
  @ApiProperty({ description: 'How many applications are open.', example: 1 }) readonly openApplications!: number;
  @ApiProperty({ description: 'UTC, ISO 8601.', example: '2026-03-01T12:00:00.000Z' }) readonly registeredAt!: string;
}

export class CandidatesPage {
  @ApiProperty({ description: 'Newest first.', type: [ListedCandidateResponse] }) readonly items!: readonly ListedCandidateResponse[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last one.', example: 'eyJhIjox' }) readonly next?: string;
}

export class CandidateResponse {
  @ApiProperty({ description: 'Id of the candidate.', example: '6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f' }) readonly candidateId!: string;
  @ApiPropertyOptional({ description: 'What your platform calls the person.', example: 'applicant-4711' }) readonly externalId?: string;
  @ApiProperty({ description: 'Name; null once erased.', type: String, nullable: true, example: 'Anna Beispiel' }) readonly name!:
    string | null;
  @ApiProperty({ description: 'Addresses that the person writes from.', example: ['anna@home.example'] })
  readonly addresses!: readonly string[];
  @ApiProperty({ description: 'In the order they were opened.', type: [ApplicationResponse] })
  readonly applications!: readonly ApplicationResponse[];
  @ApiProperty({ description: 'Revision of the candidate’s history; the ETag for `If-Match`.', example: 2 }) readonly revision!: number;
}
