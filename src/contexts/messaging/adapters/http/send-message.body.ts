import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBase64, IsBoolean, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { OneLine } from '#platform/http/one-line.js';
import { longestSubject, mostAttachments } from '../../domain/outbound-message/check-content.js';

const longestText = 2_000_000;

export class AttachmentBody {
  @ApiProperty({ description: 'File name as the candidate sees it.', example: 'contract.pdf', maxLength: 200 })
  @IsString()
  @Length(1, 200)
  readonly name!: string;

  @ApiProperty({ description: 'Media type.', example: 'application/pdf', maxLength: 255 })
  @IsString()
  @Length(3, 255)
  readonly contentType!: string;

  @ApiProperty({ description: 'The content in base64.', example: 'SGVsbG8=', format: 'byte' })
  @IsBase64()
  readonly content!: string;
}

export class SendMessageBody {
  @ApiPropertyOptional({
    description: 'The application it is about; its subsidiary’s mailbox supplies the channel. Absent: the only open one.',
    example: '1d9c2c9e-8a51-5b53-8f0e-53e4b0c2f7d6',
    maxLength: 200,
  })
  @MayBeLeftOut()
  @IsString()
  @Length(1, 200)
  readonly applicationId?: string;

  @ApiPropertyOptional({
    description: 'One of the candidate’s own addresses. Absent: the one written to last, else the first.',
    example: 'anna@candidate.example',
    maxLength: 254,
  })
  @MayBeLeftOut()
  @IsString()
  @Length(3, 254)
  readonly to?: string;

  @ApiProperty({ description: 'One line.', example: 'Your application', maxLength: longestSubject })
  @IsString()
  @Length(1, longestSubject)
  readonly subject!: string;

  @ApiPropertyOptional({
    description: 'Plain text; text, html or both.',
    example: 'Dear Anna,\n\nthank you for your application.',
    maxLength: longestText,
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(longestText)
  readonly text?: string;

  @ApiPropertyOptional({ description: 'HTML, sent as it is.', example: '<p>Dear Anna,</p>', maxLength: longestText })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(longestText)
  readonly html?: string;

  @ApiPropertyOptional({ type: [AttachmentBody], description: 'Files that go with it.', maxItems: mostAttachments })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(mostAttachments)
  @ValidateNested({ each: true })
  @Type(() => AttachmentBody)
  readonly attachments?: readonly AttachmentBody[];

  @ApiPropertyOptional({
    description: 'The received message that it answers.',
    example: '0f8fad5b-d9cb-569f-a165-70867728950e',
    format: 'uuid',
  })
  @MayBeLeftOut()
  @IsUUID()
  readonly answers?: string;

  @ApiPropertyOptional({
    description:
      'No person writes it: said in its header, never in answer to automatic mail, and as an answer once in 7 days to an address.',
    default: false,
    example: false,
  })
  @MayBeLeftOut()
  @IsBoolean()
  readonly automatic?: boolean;
}

export class ResendBody {
  @ApiProperty({
    description: 'Another address of the candidate’s, added before where it is new.',
    example: 'anna@new.example',
  })
  @OneLine(3, 254)
  readonly to!: string;
}
