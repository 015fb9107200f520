import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { OneLine } from '#platform/http/one-line.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';

export class ApplicationBody {
  @ApiProperty({ description: 'The job applied for.', example: 'Cook' })
  @OneLine(1, 200)
  readonly job!: string;

  @ApiPropertyOptional({ description: 'The department of the job.', example: 'Kitchen' })
  @MayBeLeftOut()
  @OneLine(1, 200)
  readonly department?: string;

  @ApiPropertyOptional({
    description: 'The subsidiary that hires, or `external:<your id of it>`; left out, the company itself.',
    example: 'external:legal-entity-2',
  })
  @MayBeLeftOut()
  @OneLine(1, 220)
  readonly subsidiaryId?: string;

  @ApiPropertyOptional({ description: 'What your platform calls the application, unique in the company.', example: 'application-815' })
  @MayBeLeftOut()
  @OneLine(1, 200)
  readonly externalId?: string;
}

export class ApplicationOpenedResponse extends ReceiptResponse {
  @ApiProperty({ description: 'Id of the application.', example: '1d9c2c9e-8a51-5b53-8f0e-53e4b0c2f7d6' })
  readonly applicationId!: string;
}

export class ApplicationResponse {
  @ApiProperty({ description: 'Id of the application.', example: '1d9c2c9e-8a51-5b53-8f0e-53e4b0c2f7d6' }) readonly applicationId!: string;
  @ApiPropertyOptional({ description: 'What your platform calls it.', example: 'application-815' }) readonly externalId?: string;
  @ApiProperty({ description: 'The job applied for.', example: 'Cook' }) readonly job!: string;
  @ApiPropertyOptional({ description: 'The department of the job.', example: 'Kitchen' }) readonly department?: string;
  @ApiPropertyOptional({
    description: 'The subsidiary that hires; absent: the company itself.',
    example: 'd2a4b3b2-6a55-5f0e-8d0b-2f5d9a1c7e11',
  })
  readonly subsidiaryId?: string;
  @ApiProperty({ description: 'Where it stands.', enum: ['open', 'rejected', 'withdrawn', 'hired'], example: 'open' })
  readonly state!: string;
  @ApiPropertyOptional({ description: 'Since when it is no longer open, UTC ISO 8601.', example: '2026-03-01T12:00:00.000Z' })
  readonly since?: string;
}
