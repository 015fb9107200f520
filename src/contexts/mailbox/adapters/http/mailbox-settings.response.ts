import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { WarningResponse } from './smtp-connection.dto.js';

export class SuppliedByResponse {
  @ApiProperty({ description: 'The mailbox that this setting comes from.', example: '2b0c1c6e-6d38-5b11-9a54-9c1f0d9f4a10' })
  readonly mailboxId!: string;

  @ApiProperty({
    description:
      'Chosen here, or coming with a channel of its own; inherited from the parent; or the default of every company. A subsidiary with a channel of its own inherits nothing (R91).',
    enum: ['own', 'inherited', 'company-default'],
  })
  readonly why!: 'own' | 'inherited' | 'company-default';
}

export class ChannelResponse {
  @ApiProperty({
    description: 'How mail leaves: over the built-in service (R3), or the company’s own server (R56).',
    enum: ['service', 'smtp'],
    example: 'service',
  })
  readonly value!: 'service' | 'smtp';
  @ApiProperty() readonly supplied!: SuppliedByResponse;
}

export class SenderAddressResponse {
  @ApiProperty({ description: 'What applicants see as sender address (R13).', example: 'acme-jobs@poststelle.test' })
  readonly value!: string;
  @ApiProperty() readonly supplied!: SuppliedByResponse;
}

export class SenderNameResponse {
  @ApiProperty({ description: 'Whose name applicants see: the company’s or the writing employee’s (R15).', enum: ['company', 'employee'] })
  readonly value!: 'company' | 'employee';
  @ApiProperty() readonly supplied!: SuppliedByResponse;

  @ApiPropertyOptional({
    description: 'The subsidiary whose name stands for the company’s.',
    example: '0d2f7c1e-3b5e-5a0c-9d57-0e4a8c7b21f3',
  })
  readonly subsidiaryId?: string;
}

export class NeedsAttentionResponse {
  @ApiProperty({ description: 'UTC.', example: '2026-03-02T08:00:00.000Z' }) readonly since!: string;
  @ApiProperty({ description: 'Why nothing leaves.', example: 'login-refused' }) readonly reason!: string;
}

export class IndividualAddressResponse {
  @ApiProperty({ description: 'The recruiting address of the company’s own domain.', example: 'jobs@acme.example' })
  readonly address!: string;

  @ApiProperty({
    description: '`not-connected`: a draft; nobody sees it until its connection is active (R91).',
    enum: ['connected', 'not-connected'],
    example: 'connected',
  })
  readonly state!: string;
}

export class ImpairedResponse extends NeedsAttentionResponse {
  @ApiProperty({ description: 'How far the conversation with the server had come.', example: 'login' }) readonly stage!: string;
  @ApiPropertyOptional({ description: 'Its reply code.', example: '535 5.7.8' }) readonly code?: string;
  @ApiPropertyOptional({ description: 'Its own words.', example: '535 5.7.8 Authentication failed' }) readonly words?: string;
}

export class SmtpConnectionResponse {
  @ApiProperty({ example: 'mail.acme.example' }) readonly host!: string;
  @ApiProperty({ example: 587 }) readonly port!: number;
  @ApiProperty({ enum: ['smtps', 'starttls', 'starttls-verified'], example: 'starttls-verified' }) readonly encryption!: string;
  @ApiProperty({ example: 'jobs@acme.example' }) readonly account!: string;
  @ApiProperty({ description: 'Whether it came with a certificate authority of the company’s own.', example: false })
  readonly hasOwnAuthority!: boolean;

  @ApiProperty({
    description: '`unproven`: active, and nothing has left over it yet. `needs-attention`: nothing leaves until it is repaired.',
    enum: ['active', 'unproven', 'needs-attention', 'inactive'],
    example: 'active',
  })
  readonly state!: string;

  @ApiPropertyOptional() readonly impaired?: ImpairedResponse;
}

export class RedirectResponse {
  @ApiProperty({ description: 'R24: where the redirect on the company’s own mail server points to.', example: 'acme-jobs@poststelle.test' })
  readonly target!: string;

  @ApiProperty({
    description: '`confirmed`: a test mail came back. `stale`: that is long ago, or a newer one did not.',
    enum: ['unverified', 'confirmed', 'stale'],
    example: 'confirmed',
  })
  readonly state!: string;

  @ApiPropertyOptional({ description: 'UTC: when the newest test began.', example: '2026-03-02T08:00:00.000Z' }) readonly testedAt?: string;
  @ApiPropertyOptional({ description: 'UTC: when a test last came back.', example: '2026-03-02T08:00:07.000Z' })
  readonly confirmedAt?: string;
  @ApiPropertyOptional({
    description:
      'Where the test came back to, where that is another address of ours than `target`: mail arrives there too. A subsidiary’s that comes to the untagged address is not told apart by Bcc.',
    example: 'acme-jobs@poststelle.test',
  })
  readonly leadsTo?: string;
}

export class NoticeResponse {
  @ApiProperty({
    description: 'What must be known about this installation: no relay is configured, or only some recipients are delivered to.',
    enum: ['nothing-leaves-this-machine', 'only-deliver-to'],
    example: 'nothing-leaves-this-machine',
  })
  readonly notice!: string;

  @ApiPropertyOptional({
    description: 'The addresses and domains that mail is delivered to; everybody else’s is held.',
    example: ['@acme.example'],
  })
  readonly recipients?: readonly string[];
}

export class GuidanceResponse {
  @ApiProperty({ description: 'Stable key.', example: 'keep-copies-on-your-server' }) readonly key!: string;
  @ApiProperty({ description: 'The rule that it keeps.', example: 'R26' }) readonly rule!: string;
  @ApiProperty({ example: 'Behalten Sie Kopien der E-Mails im Posteingang von jobs@acme.example auf Ihrem Mailserver.' })
  readonly de!: string;
  @ApiProperty({ example: 'Keep copies of the mails in the inbox of jobs@acme.example on your mail server.' }) readonly en!: string;
  @ApiPropertyOptional({ description: 'Where more is said.', example: 'https://support.google.com/mail/answer/175365' })
  readonly link?: string;
}

export class MailboxSettingsResponse {
  @ApiProperty({ description: 'Id of the mailbox.', example: '2b0c1c6e-6d38-5b11-9a54-9c1f0d9f4a10' })
  readonly mailboxId!: string;

  @ApiPropertyOptional({ description: 'The subsidiary whose mailbox it is.', example: '0d2f7c1e-3b5e-5a0c-9d57-0e4a8c7b21f3' })
  readonly subsidiaryId?: string;

  @ApiProperty({ description: 'The company’s own recruiting address, to be copied (R12, R24).', example: 'acme-jobs@poststelle.test' })
  readonly serviceAddress!: string;

  @ApiProperty({ description: 'The same at former domains; mail to them still arrives (P16).', example: ['acme-jobs@old.example'] })
  readonly formerServiceAddresses!: readonly string[];

  @ApiProperty() readonly channel!: ChannelResponse;
  @ApiProperty() readonly address!: SenderAddressResponse;
  @ApiProperty() readonly senderName!: SenderNameResponse;

  @ApiProperty({
    description: 'Where candidates’ answers go: the individual address only while its redirect is confirmed.',
    enum: ['service-address', 'individual-address'],
    example: 'service-address',
  })
  readonly repliesTo!: string;

  @ApiPropertyOptional({ description: 'The connection that mail leaves over must be repaired; until then its mail is held.' })
  readonly needsAttention?: NeedsAttentionResponse;

  @ApiPropertyOptional() readonly individualAddress?: IndividualAddressResponse;

  @ApiProperty({ description: 'Individual addresses of before; they stay known.', type: [String], example: ['karriere@acme.example'] })
  readonly formerIndividualAddresses!: readonly string[];

  @ApiPropertyOptional() readonly smtp?: SmtpConnectionResponse;
  @ApiProperty() readonly redirect!: RedirectResponse;
  @ApiProperty({ type: [WarningResponse] }) readonly warnings!: readonly WarningResponse[];
  @ApiProperty({ type: [GuidanceResponse], description: 'What lies on the company’s own side, in German and English.' })
  readonly guidance!: readonly GuidanceResponse[];

  @ApiProperty({ type: [NoticeResponse] }) readonly notices!: readonly NoticeResponse[];

  @ApiPropertyOptional({
    description: 'Revision of the mailbox’s history; the ETag for `If-Match`. Absent where a subsidiary has chosen nothing yet.',
    example: 1,
  })
  readonly revision?: number;
}
