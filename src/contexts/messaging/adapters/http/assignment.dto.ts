import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsNotEmptyObject, ValidateNested } from 'class-validator';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { OneLine } from '#platform/http/one-line.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';

export class MessageAssignmentBody {
  @ApiProperty({ description: 'The candidate; your own id as external:<externalId>.', example: 'external:cand-1042' })
  @OneLine(1, 300)
  readonly candidateId!: string;

  @ApiPropertyOptional({
    description: 'The application that the message is about; without it the only open one, if there is just one.',
    example: '5f0c1c0e-7d0e-5d2b-9a55-0d8f5f6f2a10',
  })
  @MayBeLeftOut()
  @OneLine(1, 300)
  readonly applicationId?: string;

  @ApiPropertyOptional({
    description: 'Add the address of the sender to the candidate’s, so that the next mail finds its way.',
    default: false,
  })
  @MayBeLeftOut()
  @IsBoolean()
  readonly teachAddress: boolean = false;
}

export class MessageDismissalBody {
  @ApiPropertyOptional({ description: 'Why, for whoever looks later.', example: 'An advertisement' })
  @MayBeLeftOut()
  @OneLine(1, 500)
  readonly reason?: string;
}

export class MessageApplicationBody {
  @ApiProperty({ description: 'One of the candidate’s applications.', example: '5f0c1c0e-7d0e-5d2b-9a55-0d8f5f6f2a10' })
  @OneLine(1, 300)
  readonly applicationId!: string;
}

class ApplicationOfMessageBody {
  @ApiProperty({ description: 'The job applied for.', example: 'Backend developer' })
  @OneLine(1, 200)
  readonly job!: string;

  @ApiPropertyOptional({ description: 'Department of the job.', example: 'Engineering' })
  @MayBeLeftOut()
  @OneLine(1, 200)
  readonly department?: string;

  @ApiPropertyOptional({
    description: 'Subsidiary; without it the one that the message was addressed to, else the parent.',
    example: 'external:legal-entity-2',
  })
  @MayBeLeftOut()
  @OneLine(1, 300)
  readonly subsidiaryId?: string;

  @ApiPropertyOptional({ description: 'Your own id of the application.', example: 'app-77' })
  @MayBeLeftOut()
  @OneLine(1, 200)
  readonly externalId?: string;
}

export class CandidateOfMessageBody {
  @ApiPropertyOptional({ description: 'Name of the candidate; without it the one the sender gives.', example: 'Ada Lovelace' })
  @MayBeLeftOut()
  @OneLine(1, 200)
  readonly name?: string;

  @ApiPropertyOptional({ description: 'Address of the candidate; without it the sender’s.', example: 'ada@mail.example', maxLength: 254 })
  @MayBeLeftOut()
  @IsEmail()
  readonly address?: string;

  @ApiPropertyOptional({ description: 'Your own id of the candidate.', example: 'cand-1042' })
  @MayBeLeftOut()
  @OneLine(1, 200)
  readonly externalId?: string;

  @ApiProperty({ description: 'What the person applies for.', type: ApplicationOfMessageBody })
  @ValidateNested()
  @Type(() => ApplicationOfMessageBody)
  @IsNotEmptyObject()
  readonly application!: ApplicationOfMessageBody;
}

class CandidateWarningResponse {
  @ApiProperty({
    description: '`made-before`: this message made a candidate earlier, under another name; that one was taken.',
    enum: ['address-known', 'name-known', 'not-checked', 'made-before'],
  })
  readonly warning!: string;

  @ApiProperty({ description: 'Candidates it is about.', type: [String] })
  readonly candidateIds!: readonly string[];
}

class OfferedDocumentResponse {
  @ApiProperty({ description: 'For the download: …/attachments/{index}.', example: 0 })
  readonly index!: number;
  @ApiProperty({ description: 'As the sender named it.', example: 'cv.pdf' })
  readonly name!: string;
  @ApiProperty({ description: 'As the sender said.', example: 'application/pdf' })
  readonly contentType!: string;
  @ApiProperty({ description: 'Octets.', example: 48213 })
  readonly size!: number;
}

export class CandidateMadeResponse extends ReceiptResponse {
  @ApiProperty({ description: 'The candidate.', example: '8c1cbb0e-0d34-5a43-8a06-3c1d6f6c2f11' })
  readonly candidateId!: string;
  @ApiPropertyOptional({ description: 'The application.', example: '5f0c1c0e-7d0e-5d2b-9a55-0d8f5f6f2a10' })
  readonly applicationId?: string;
  @ApiProperty({ description: 'Said, not refused: address or name are known already.', type: [CandidateWarningResponse] })
  readonly warnings!: readonly CandidateWarningResponse[];
  @ApiProperty({ description: 'Attachments that can be taken over as the candidate’s documents.', type: [OfferedDocumentResponse] })
  readonly documents!: readonly OfferedDocumentResponse[];
}
