import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ReceiptResponse } from '#platform/http/receipt.response.js';

const states = [
  'queued',
  'attempting',
  'deferred',
  'held',
  'uncertain',
  'accepted',
  'written-to-local-outbox',
  'rejected',
  'given-up',
  'cancelled',
] as const;
export const outboundStates: readonly string[] = states;

const warnings = [
  'nothing-leaves-this-machine',
  'connection-needs-attention',
  'only-deliver-to',
  'will-be-held',
  'address-bounced',
  'writer-unknown',
];
export const warningsProperty = {
  description:
    'What whoever sends should know: no relay is configured; the company’s connection must be repaired first; only some recipients are delivered to, this one is not; mail to the address came back before; the employee spoken for is not registered.',
  enum: warnings,
  isArray: true,
  example: ['nothing-leaves-this-machine'],
};

export class QueuedResponse extends ReceiptResponse {
  @ApiProperty({ description: 'Id of the sent message.', example: 'b8c1a3de-5d0f-5a56-8a0c-9e6a4f6b7c11' })
  readonly messageId!: string;
  @ApiProperty({ description: 'Written down and to be tried; not sent yet.', example: 'queued' }) readonly state!: string;
  @ApiProperty({ description: 'The address it goes to.', example: 'anna@candidate.example' }) readonly to!: string;
  @ApiProperty({ description: 'Octets, estimated.', example: 3_240 }) readonly size!: number;
  @ApiProperty(warningsProperty) readonly warnings!: readonly string[];
}

export class SentAgainResponse extends ReceiptResponse {
  @ApiProperty(warningsProperty) readonly warnings!: readonly string[];
}

export class SentAttachmentResponse {
  @ApiProperty({ description: 'File name.', example: 'contract.pdf' }) readonly name!: string;
  @ApiProperty({ description: 'Media type.', example: 'application/pdf' }) readonly contentType!: string;
  @ApiProperty({ description: 'Octets.', example: 48_213 }) readonly size!: number;
}

export class SenderResponse {
  @ApiProperty({ description: 'Name that the candidate sees (R15).', example: 'Acme' }) readonly name!: string;
  @ApiProperty({ description: 'Address that the candidate sees (R13).', example: 'acme-jobs@poststelle.test' }) readonly address!: string;
}

export class SuppliedResponse {
  @ApiProperty({ description: 'The mailbox that supplied it.', example: '2b0c1c6e-6d38-5b11-9a54-9c1f0d9f4a10' })
  readonly mailboxId!: string;
  @ApiProperty({ description: 'Why that one (R90-R92).', enum: ['own', 'inherited', 'company-default'], example: 'own' })
  readonly why!: string;
}

export class AllSuppliedResponse {
  @ApiProperty() readonly channel!: SuppliedResponse;
  @ApiProperty() readonly address!: SuppliedResponse;
  @ApiProperty() readonly name!: SuppliedResponse;
}

export class TryResponse {
  @ApiPropertyOptional({ description: 'Number of the attempt; absent where nothing could have left.', example: 1 })
  readonly attempt?: number;
  @ApiPropertyOptional({ description: 'What carried it.', example: 'relay' }) readonly transport?: string;
  @ApiPropertyOptional({ description: 'Over which channel.', enum: ['service', 'smtp'], example: 'service' }) readonly channel?: string;
  @ApiPropertyOptional({ description: 'Which mailbox supplied channel, address and name (S30).' }) readonly supplied?: AllSuppliedResponse;
  @ApiPropertyOptional() readonly from?: SenderResponse;
  @ApiProperty({
    description: 'How it ended; `open` while it goes on.',
    enum: ['open', 'accepted', 'written-to-local-outbox', 'deferred', 'rejected', 'uncertain', 'given-up', 'held'],
  })
  readonly outcome!: string;
  @ApiPropertyOptional({ description: 'How far the conversation had come.', example: 'recipient' }) readonly stage?: string;
  @ApiPropertyOptional({ description: 'Stable reason.', example: 'refused-for-now' }) readonly reason?: string;
  @ApiPropertyOptional({ description: 'SMTP reply code, with the enhanced one.', example: '450 4.2.1' }) readonly code?: string;
  @ApiPropertyOptional({ description: 'The server’s own words.', example: '450 4.2.1 Mailbox busy' }) readonly response?: string;
  @ApiPropertyOptional({ description: 'Next try.', example: '2026-03-02T08:01:00.000Z' }) readonly retryAt?: string;
}

export class ReportsResponse {
  @ApiPropertyOptional({ description: 'Received messages that report a delivery.', type: [String] }) readonly delivered?: readonly string[];
  @ApiPropertyOptional({ description: 'A delay, which is no failure (S18).', type: [String] }) readonly delayed?: readonly string[];
  @ApiPropertyOptional({ description: 'A bounce (S17).', type: [String] }) readonly bounced?: readonly string[];
  @ApiPropertyOptional({ description: 'A complaint.', type: [String] }) readonly complained?: readonly string[];
}

export class SentMessageLineResponse {
  @ApiProperty({ description: 'Id of the sent message.', example: 'b8c1a3de-5d0f-5a56-8a0c-9e6a4f6b7c11' }) readonly messageId!: string;
  @ApiProperty({ description: 'To whom.', example: '5f0c1e8e-7e8a-5d2a-9c58-0c8f9a4c1b22' }) readonly candidateId!: string;
  @ApiPropertyOptional({ description: 'About which application.', example: '1d9c2c9e-8a51-5b53-8f0e-53e4b0c2f7d6' })
  readonly applicationId?: string;
  @ApiPropertyOptional({ description: 'Of which subsidiary.', example: 'd2a4b3b2-6a55-5f0e-8d0b-2f5d9a1c7e11' })
  readonly subsidiaryId?: string;
  @ApiProperty({
    description: '`written-to-local-outbox` is not sent (S29); `accepted` is the server’s word, not the person’s.',
    enum: states,
  })
  readonly state!: string;
  @ApiProperty({ description: 'The state in a sentence.', example: 'Waits for its turn; nothing has left yet.' })
  readonly explanation!: string;
  @ApiPropertyOptional({ description: 'Absent once erased.', example: 'anna@candidate.example' }) readonly to?: string;
  @ApiPropertyOptional({ description: 'Absent once erased.', example: 'Your application' }) readonly subject?: string;
  @ApiProperty({ description: 'No person wrote it.', example: false }) readonly automatic!: boolean;
  @ApiPropertyOptional({ description: 'Next try of a deferred message.', example: '2026-03-02T08:01:00.000Z' }) readonly retryAt?: string;
  @ApiProperty({ description: 'It came back because the address itself is bad (S17).', example: false }) readonly marksAddress!: boolean;
  @ApiProperty({ description: 'Revision of its history; the ETag for `If-Match`.', example: 2 }) readonly revision!: number;
}

export class SentMessagesPage {
  @ApiProperty({ type: [SentMessageLineResponse] }) readonly items!: readonly SentMessageLineResponse[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last.' }) readonly next?: string;
}

export class SentMessageResponse extends SentMessageLineResponse {
  @ApiProperty({ description: 'The mailbox whose limits it keeps.', example: '2b0c1c6e-6d38-5b11-9a54-9c1f0d9f4a10' })
  readonly mailboxId!: string;
  @ApiPropertyOptional({ description: 'Beginning of the text.', example: 'Dear Anna, thank you' }) readonly preview?: string;
  @ApiProperty({ type: [SentAttachmentResponse] }) readonly attachments!: readonly SentAttachmentResponse[];
  @ApiProperty({ description: 'Octets, estimated.', example: 3_240 }) readonly size!: number;
  @ApiProperty({ description: 'Message-ID of the mail.', example: '<b8c1a3de-5d0f-5a56-8a0c-9e6a4f6b7c11@poststelle.test>' })
  readonly messageIdHeader!: string;
  @ApiPropertyOptional({ description: 'The received message that it answers.' }) readonly answers?: string;
  @ApiPropertyOptional({ description: 'The failed message that it is sent again for.' }) readonly resendOf?: string;
  @ApiPropertyOptional({ description: 'The employee who writes.' }) readonly writerId?: string;
  @ApiProperty({ type: [TryResponse], description: 'Every try, oldest first.' }) readonly tries!: readonly TryResponse[];
  @ApiProperty() readonly reports!: ReportsResponse;
  @ApiProperty(warningsProperty) readonly warnings!: readonly string[];
}
