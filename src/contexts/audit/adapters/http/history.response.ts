import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class ToldResponse {
  @ApiProperty({ description: 'In English.', example: 'The candidate was registered.' }) readonly en!: string;
  @ApiProperty({ description: 'In German.', example: 'Die sich bewerbende Person wurde erfasst.' }) readonly de!: string;
}

export class RungResponse {
  @ApiProperty({ description: 'Name of the rule.', example: 'sender-address' }) readonly rung!: string;
  @ApiProperty({ description: 'What it found: candidate, filed, set-aside, doubt or nothing.', example: 'candidate' })
  readonly found!: string;
  @ApiProperty({ description: 'Whom it spoke of.', example: ['6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f'] })
  readonly candidateIds!: readonly string[];
  @ApiProperty({ description: 'What it asked, and what it saw or why it missed.', type: ToldResponse }) readonly explanation!: ToldResponse;
}

export class HistoryEventResponse {
  @ApiProperty({ description: 'Id of the event.', example: '1d9c2c9e-8a51-5b53-8f0e-53e4b0c2f7d6' }) readonly eventId!: string;
  @ApiProperty({ description: 'Its place in this history, from 0.', example: 0 }) readonly revision!: number;
  @ApiProperty({ description: 'Its place in the whole log; opaque.', example: 'sqlite-7f3a:42' }) readonly position!: string;
  @ApiProperty({ description: 'Stored name.', example: 'candidate.registered' }) readonly type!: string;
  @ApiProperty({ description: 'Version of the stored form.', example: '1' }) readonly schema!: string;
  @ApiProperty({ description: 'When the store took it: UTC, ISO 8601.', example: '2026-03-01T12:00:00.120Z' }) readonly recordedAt!: string;
  @ApiProperty({ description: 'When it was decided: UTC, ISO 8601.', example: '2026-03-01T12:00:00.118Z' }) readonly decidedAt!: string;
  @ApiProperty({ description: 'Keyed HMAC of who asked, or `service` where nobody did.', example: 'service' }) readonly actor!: string;
  @ApiPropertyOptional({ description: 'The employee it was done for.', example: 'external:emp-17' }) readonly onBehalfOf?: string;
  @ApiProperty({ description: 'One id for everything that followed from one request or mail.', example: '0198…' })
  readonly correlationId!: string;
  @ApiProperty({ description: 'What it followed from directly.', example: '0198…' }) readonly causationId!: string;
  @ApiProperty({ description: 'The command that it was decided for.', example: '0198…' }) readonly commandId!: string;
  @ApiProperty({
    description: 'What was stored. Personal fields show as `[personal]`, or `[erased]` once their key is destroyed.',
    type: 'object',
    additionalProperties: true,
    example: { keyId: '0198…', name: '[personal]' },
  })
  readonly facts!: object;
  @ApiProperty({ description: 'What happened, as a sentence.', type: ToldResponse }) readonly explanation!: ToldResponse;
  @ApiPropertyOptional({ description: 'For decisions of the router: every rule tried, in order.', type: [RungResponse] })
  readonly routing?: readonly RungResponse[];
  @ApiProperty({ description: 'SHA-256 of this event, over the canonical JSON of what was stored.', example: '9f2c…' })
  readonly hash!: string;
  @ApiProperty({ description: 'Hash of the event before it; empty for the first.', example: '' }) readonly previousHash!: string;
}

export class HistoryPage {
  @ApiProperty({ description: 'Oldest first.', type: [HistoryEventResponse] }) readonly items!: readonly HistoryEventResponse[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last one.', example: 'WyIyNCIsIjE…' }) readonly next?: string;
}
