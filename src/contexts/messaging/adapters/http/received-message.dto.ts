import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

class CorrespondentResponse {
  @ApiProperty({ description: 'Address.', example: 'ada@mail.example' })
  readonly address!: string;
  @ApiPropertyOptional({ description: 'Name.', example: 'Ada Lovelace' })
  readonly name?: string;
}

class ReceivedAttachmentResponse {
  @ApiProperty({ description: 'For the download: …/attachments/{index}.', example: 0 })
  readonly index!: number;
  @ApiProperty({ description: 'As the sender named it.', example: 'cv.pdf' })
  readonly name!: string;
  @ApiProperty({ description: 'As the sender said; nothing to trust.', example: 'application/pdf' })
  readonly contentType!: string;
  @ApiProperty({ description: 'Octets after decoding.', example: 48213 })
  readonly size!: number;
  @ApiProperty({ description: 'SHA-256 of the decoded octets, hexadecimal.' })
  readonly sha256!: string;
  @ApiPropertyOptional({ description: 'Where the HTML refers to it.' })
  readonly contentId?: string;
}

class MessageSubsidiaryResponse {
  @ApiPropertyOptional({ description: 'Absent: the parent company, or unknown.' })
  readonly subsidiaryId?: string;
  @ApiProperty({ description: 'How it was found out.', enum: ['answered-message', 'application', 'tagged-address', 'untagged'] })
  readonly how!: string;
}

class RoutingRuleResponse {
  @ApiProperty({ description: 'Name of the rule.', example: 'conversation-token' })
  readonly rule!: string;
  @ApiProperty({ description: 'What it said.', enum: ['candidate', 'filed', 'set-aside', 'nothing', 'doubt'] })
  readonly found!: string;
  @ApiProperty({ description: 'The same as a sentence.', example: 'No address of ours with a reply token was found in it.' })
  readonly sentence!: string;
  @ApiProperty({ description: 'Candidates it named.', type: [String] })
  readonly candidateIds!: readonly string[];
}

class RoutingResponse {
  @ApiProperty({ description: 'Version of the rules.', example: 'ladder-1' })
  readonly router!: string;
  @ApiProperty({ description: 'Place in the history that the rules looked at.', example: 'sqlite-7f3a:42' })
  readonly at!: string;
  @ApiProperty({ description: 'Every rule tried, in order.', type: [RoutingRuleResponse] })
  readonly rules!: readonly RoutingRuleResponse[];
}

export class ReceivedMessageResponse {
  @ApiProperty({ description: 'Id of the message.', example: '0d1f6a4e-56a4-5f0e-9a38-6d6c0e6f0a55' })
  readonly messageId!: string;
  @ApiProperty({ description: 'The ETag.', example: 3 })
  readonly revision!: number;
  @ApiPropertyOptional({ description: 'When it was received, UTC.', example: '2026-11-20T09:15:00.000Z' })
  readonly receivedAt?: string;
  @ApiProperty({
    description: 'Where it is; refused-too-large: its sender was told so, and only its envelope is known.',
    enum: ['received', 'classified', 'to-assign', 'set-aside', 'quarantined', 'filed', 'with-candidate', 'dismissed', 'refused-too-large'],
  })
  readonly place!: string;
  @ApiPropertyOptional({ description: 'Why it waits or was filed, as a sentence.' })
  readonly reason?: string;
  @ApiPropertyOptional({
    description: 'What it is.',
    enum: ['own-test', 'own-loop', 'complaint', 'delivery-report', 'auto-reply', 'automatic', 'list', 'person'],
  })
  readonly kind?: string;
  @ApiProperty({ description: 'Pieces of evidence that made it this kind, strongest first.', type: [String], example: [] })
  readonly evidence!: readonly string[];
  @ApiProperty({ description: 'Header From, as it stands.', type: [CorrespondentResponse] })
  readonly from!: readonly CorrespondentResponse[];
  @ApiProperty({ description: 'Header To and Cc, at most 100.', type: [CorrespondentResponse] })
  readonly to!: readonly CorrespondentResponse[];
  @ApiPropertyOptional({ description: 'Sender of the envelope, of a refused mail; "" where it named none.', example: 'ada@mail.example' })
  readonly envelopeSender?: string;
  @ApiProperty({ description: 'Recipients of the envelope.', type: [String] })
  readonly recipients!: readonly string[];
  @ApiProperty({ description: 'Subject.', example: 'Re: Your application' })
  readonly subject!: string;
  @ApiProperty({ description: 'At most 200 characters of the text.' })
  readonly preview!: string;
  @ApiProperty({ description: 'Attachments.', type: [ReceivedAttachmentResponse] })
  readonly attachments!: readonly ReceivedAttachmentResponse[];
  @ApiProperty({ description: 'Octets of the raw mail; of a refused one as declared, or as far as it was read.', example: 5123 })
  readonly size!: number;
  @ApiPropertyOptional({ description: 'The most octets that were taken in when it was refused.', example: 36700160 })
  readonly limit?: number;
  @ApiPropertyOptional({ description: 'The mail’s own Date, only a claim; UTC.', example: '2026-11-20T09:15:00.000Z' })
  readonly claimedDate?: string;
  @ApiPropertyOptional({ description: 'Why the parser gave up; the raw mail can be downloaded.' })
  readonly unreadable?: string;
  @ApiPropertyOptional({ description: 'Whose it is.' })
  readonly candidateId?: string;
  @ApiPropertyOptional({ description: 'Which application it is about, where that is known.' })
  readonly applicationId?: string;
  @ApiPropertyOptional({ description: 'Which subsidiary it belongs to.', type: MessageSubsidiaryResponse })
  readonly subsidiary?: MessageSubsidiaryResponse;
  @ApiProperty({ description: 'Candidates proposed, likeliest first.', type: [String] })
  readonly proposals!: readonly string[];
  @ApiPropertyOptional({ description: 'The sent message that it is about.' })
  readonly about?: string;
  @ApiPropertyOptional({ description: 'Who gave it to the candidate.', enum: ['router', 'person'] })
  readonly assignedBy?: string;
  @ApiProperty({ description: 'You have opened it.' })
  readonly opened!: boolean;
  @ApiProperty({ description: 'Somebody said that no answer is owed.' })
  readonly handled!: boolean;
  @ApiPropertyOptional({ description: 'When it will be deleted unless somebody takes it, UTC.' })
  readonly expiresAt?: string;
  @ApiProperty({ description: 'Nobody has opened it: an administrator must confirm its deletion.' })
  readonly expiryNeedsConfirmation!: boolean;
  @ApiPropertyOptional({ description: 'How it came to where it is.', type: RoutingResponse })
  readonly routing?: RoutingResponse;
}

export class MessageTextResponse {
  @ApiProperty({ description: 'The text part, or text derived from the HTML; "" where there is neither.' })
  readonly text!: string;
  @ApiProperty({ description: 'There was more; the raw mail has it.' })
  readonly truncated!: boolean;
}
