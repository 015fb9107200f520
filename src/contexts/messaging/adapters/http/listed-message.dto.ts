import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ListQuery } from '#platform/http/list-query.js';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { type Shelf, shelves } from '../../application/queries/list-messages-to-assign.query.js';

class SubsidiaryFoundResponse {
  @ApiPropertyOptional({ description: 'Absent: the parent company, or unknown.' })
  readonly subsidiaryId?: string;
  @ApiPropertyOptional({ description: 'How it was found out.', enum: ['answered-message', 'application', 'tagged-address', 'untagged'] })
  readonly how?: string;
}

class ListedSenderResponse {
  @ApiPropertyOptional({ description: 'First address of the header From.', example: 'ada@mail.example' })
  readonly address?: string;
  @ApiPropertyOptional({ description: 'Its name.', example: 'Ada Lovelace' })
  readonly name?: string;
}

class ListedAttachmentResponse {
  @ApiProperty({ description: 'For the download: …/attachments/{index}.', example: 0 })
  readonly index!: number;
  @ApiProperty({ description: 'As the sender named it.', example: 'cv.pdf' })
  readonly name!: string;
  @ApiProperty({ description: 'As the sender said; nothing to trust.', example: 'application/pdf' })
  readonly contentType!: string;
  @ApiProperty({ description: 'Octets.', example: 48213 })
  readonly size!: number;
}

class ListedDeliveryResponse {
  @ApiProperty({ description: 'Where the message stands.', example: 'accepted' })
  readonly state!: string;
  @ApiPropertyOptional({ description: 'It came back; hard: because the address itself is bad.', enum: ['soft', 'hard'] })
  readonly bounced?: string;
  @ApiProperty({ description: 'A server reported that it is late; it may still arrive.' })
  readonly delayed!: boolean;
  @ApiProperty({ description: 'A server reported that it arrived.' })
  readonly delivered!: boolean;
  @ApiProperty({ description: 'Its recipient complained about it.' })
  readonly complained!: boolean;
}

export class ListedMessageResponse {
  @ApiProperty({ description: 'Id of the received or sent message.', example: '0d1f6a4e-56a4-5f0e-9a38-6d6c0e6f0a55' })
  readonly messageId!: string;
  @ApiProperty({ description: 'in: received; out: sent.', enum: ['in', 'out'] })
  readonly direction!: string;
  @ApiProperty({
    description: 'When it was received or queued, UTC. The order is that of the history.',
    example: '2026-11-20T09:15:00.000Z',
  })
  readonly at!: string;
  @ApiProperty({ description: 'Revision of the message that the line shows.', example: 3 })
  readonly revision!: number;
  @ApiProperty({ description: 'Nothing of what it said is left.' })
  readonly erased!: boolean;
  @ApiProperty({ description: 'No person wrote it: an out-of-office, a confirmation. It is no answer and owes none.' })
  readonly automatic!: boolean;
  @ApiProperty({ description: 'Somebody said that no answer is owed.' })
  readonly handled!: boolean;
  @ApiPropertyOptional({ description: 'Whose conversation it is in.' })
  readonly candidateId?: string;
  @ApiPropertyOptional({ description: 'Which application it is about, where that is known.' })
  readonly applicationId?: string;
  @ApiPropertyOptional({ description: 'Which subsidiary it belongs to.', type: SubsidiaryFoundResponse })
  readonly subsidiary?: SubsidiaryFoundResponse;
  @ApiPropertyOptional({
    description: 'What a received mail is.',
    enum: ['own-test', 'own-loop', 'complaint', 'delivery-report', 'auto-reply', 'automatic', 'list', 'person'],
  })
  readonly kind?: string;
  @ApiPropertyOptional({ description: 'Subject.', example: 'Re: Your application' })
  readonly subject?: string;
  @ApiPropertyOptional({ description: 'At most 200 characters of the text.', example: 'Thank you, Tuesday suits me well.' })
  readonly preview?: string;
  @ApiPropertyOptional({ description: 'Octets of the raw received mail.', example: 5123 })
  readonly size?: number;
  @ApiPropertyOptional({ description: 'Of a received message.', type: ListedSenderResponse })
  readonly sender?: ListedSenderResponse;
  @ApiPropertyOptional({ description: 'Of a sent message.', example: 'ada@mail.example' })
  readonly recipient?: string;
  @ApiProperty({ description: 'Attachments.', type: [ListedAttachmentResponse] })
  readonly attachments!: readonly ListedAttachmentResponse[];
  @ApiPropertyOptional({ description: 'Why it waits, as a stable word; of a filed one, as what.', example: 'address-unknown' })
  readonly reason?: string;
  @ApiProperty({ description: 'Candidates proposed, likeliest first.', type: [String] })
  readonly proposals!: readonly string[];
  @ApiPropertyOptional({ description: 'The sent message that it is about, or the received one that it answers.' })
  readonly about?: string;
  @ApiPropertyOptional({ description: 'Of a sent message.', type: ListedDeliveryResponse })
  readonly delivery?: ListedDeliveryResponse;
  @ApiPropertyOptional({ description: 'When it will be deleted unless somebody takes it, UTC.' })
  readonly expiresAt?: string;
  @ApiProperty({ description: 'Nobody has opened it: an administrator must confirm its deletion.' })
  readonly expiryNeedsConfirmation!: boolean;
}

export class MessagesPage {
  @ApiProperty({ description: 'One page.', type: [ListedMessageResponse] })
  readonly items!: readonly ListedMessageResponse[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last.' })
  readonly next?: string;
  @ApiProperty({ description: 'How many there are on all pages.', example: 12 })
  readonly total!: number;
}

class ShelfCounts {
  @ApiProperty({ example: 3 })
  readonly people!: number;
  @ApiProperty({ example: 1 })
  readonly automatic!: number;
  @ApiProperty({ example: 4 })
  readonly lists!: number;
  @ApiProperty({ example: 0 })
  readonly reports!: number;
  @ApiProperty({ example: 0 })
  readonly quarantined!: number;
  @ApiProperty({ example: 0 })
  readonly 'refused-too-large'!: number;
  @ApiProperty({ example: 7 })
  readonly dismissed!: number;
}

export class MessagesToAssignPage extends MessagesPage {
  @ApiProperty({ description: 'How many wait under each filter.', type: ShelfCounts })
  readonly counts!: ShelfCounts;
}

export class MessagesToAssignQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'Which of those that wait.', enum: shelves, default: 'people' })
  @MayBeLeftOut()
  @IsIn(shelves)
  readonly filter: Shelf = 'people';
}
