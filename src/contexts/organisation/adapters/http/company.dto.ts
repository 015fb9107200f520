import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { OneLine } from '#platform/http/one-line.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';

export class CompanyBody {
  @ApiProperty({
    description:
      'The account’s name in its service address `<slug>-jobs@…`: 1 to 28 lower-case letters and digits, single hyphens inside (R11).',
    example: 'acme',
  })
  @OneLine(1, 100)
  readonly slug!: string;

  @ApiProperty({ description: 'What applicants see as the sender’s name by default.', example: 'Acme GmbH' })
  @OneLine(1, 200)
  readonly name!: string;

  @ApiProperty({ description: 'BCP 47, the preferred one first.', example: ['de', 'en'], type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @OneLine(1, 35, { each: true })
  readonly languages!: readonly string[];

  @ApiProperty({ description: 'IANA time zone.', example: 'Europe/Berlin' })
  @OneLine(1, 64)
  readonly timeZone!: string;

  @ApiPropertyOptional({ description: 'What your platform calls the company.', example: 'tenant-7' })
  @MayBeLeftOut()
  @OneLine(1, 200)
  readonly externalId?: string;
}

export class CompanyRegisteredResponse extends ReceiptResponse {
  @ApiProperty({
    description: 'Follows from the slug; what the paths of this company begin with.',
    example: '0b7e3f0c-52c4-5a86-9a38-8f0f6b1b1a55',
  })
  readonly companyId!: string;
}

export class CompanyResponse {
  @ApiProperty({ description: 'Id of the company.', example: '0b7e3f0c-52c4-5a86-9a38-8f0f6b1b1a55' }) readonly companyId!: string;
  @ApiProperty({ description: 'The account’s name in its service address.', example: 'acme' }) readonly slug!: string;
  @ApiProperty({ description: 'Name of the company.', example: 'Acme GmbH' }) readonly name!: string;
  @ApiProperty({ description: 'BCP 47, the preferred one first.', example: ['de', 'en'] }) readonly languages!: readonly string[];
  @ApiProperty({ description: 'IANA time zone.', example: 'Europe/Berlin' }) readonly timeZone!: string;
  @ApiPropertyOptional({ description: 'What your platform calls the company.', example: 'tenant-7' }) readonly externalId?: string;
  @ApiProperty({ description: 'Revision of the company’s history; the ETag for `If-Match`.', example: 2 }) readonly revision!: number;
}
