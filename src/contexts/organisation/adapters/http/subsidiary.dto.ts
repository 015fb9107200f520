import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { OneLine } from '#platform/http/one-line.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';

export class SubsidiaryBody {
  @ApiProperty({ description: 'Name of the subsidiary.', example: 'Acme Nord GmbH' })
  @OneLine(1, 200)
  readonly name!: string;

  @ApiPropertyOptional({
    description:
      'Plus part of its redirect target; derived from the name where it is left out. 1 to 30 lower-case letters and digits, single hyphens inside.',
    example: 'nord',
  })
  @MayBeLeftOut()
  @OneLine(1, 100)
  readonly tag?: string;

  @ApiPropertyOptional({ description: 'What your platform calls the subsidiary, unique in the company.', example: 'legal-entity-2' })
  @MayBeLeftOut()
  @OneLine(1, 200)
  readonly externalId?: string;
}

export class SubsidiaryNameBody {
  @ApiProperty({ description: 'The new name; the tag stays, because redirects point to it.', example: 'Acme Norden GmbH' })
  @OneLine(1, 200)
  readonly name!: string;
}

export class SubsidiaryRegisteredResponse extends ReceiptResponse {
  @ApiProperty({ description: 'Id of the subsidiary.', example: 'd2a4b3b2-6a55-5f0e-8d0b-2f5d9a1c7e11' })
  readonly subsidiaryId!: string;
}

export class SubsidiaryResponse {
  @ApiProperty({ description: 'Id of the subsidiary.', example: 'd2a4b3b2-6a55-5f0e-8d0b-2f5d9a1c7e11' }) readonly subsidiaryId!: string;
  @ApiProperty({ description: 'Name of the subsidiary.', example: 'Acme Nord GmbH' }) readonly name!: string;
  @ApiProperty({ description: 'What tells its mail apart.', example: 'nord' }) readonly tag!: string;

  @ApiProperty({
    description: 'What a redirect on the company’s own mail server points to (R24).',
    example: 'acme-jobs+nord@poststelle.test',
  })
  readonly redirectTarget!: string;

  @ApiPropertyOptional({ description: 'What your platform calls it.', example: 'legal-entity-2' }) readonly externalId?: string;
  @ApiProperty({ description: 'Whether it is closed: no new application names it.', example: false }) readonly closed!: boolean;
}

export class SubsidiariesPage {
  @ApiProperty({ description: 'In the order of their registration.', type: [SubsidiaryResponse] })
  readonly items!: readonly SubsidiaryResponse[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last one.', example: 'eyJhIjox' }) readonly next?: string;
}
