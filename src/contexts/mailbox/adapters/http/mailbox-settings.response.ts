import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class SuppliedByResponse {
  @ApiProperty({ description: 'The mailbox that this setting comes from.', example: '2b0c1c6e-6d38-5b11-9a54-9c1f0d9f4a10' })
  readonly mailboxId!: string;

  @ApiProperty({
    description: 'Chosen here, inherited from the parent, or the default of every company.',
    enum: ['own', 'inherited', 'company-default'],
  })
  readonly why!: 'own' | 'inherited' | 'company-default';
}

export class ChannelResponse {
  @ApiProperty({ description: 'How mail leaves (R3: the built-in service).', enum: ['service'], example: 'service' })
  readonly value!: 'service';
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

export class MailboxSettingsResponse {
  @ApiProperty({ description: 'Id of the mailbox.', example: '2b0c1c6e-6d38-5b11-9a54-9c1f0d9f4a10' })
  readonly mailboxId!: string;

  @ApiProperty({ description: 'The company’s own recruiting address, to be copied (R12, R24).', example: 'acme-jobs@poststelle.test' })
  readonly serviceAddress!: string;

  @ApiProperty({ description: 'The same at former domains; mail to them still arrives (P16).', example: ['acme-jobs@old.example'] })
  readonly formerServiceAddresses!: readonly string[];

  @ApiProperty() readonly channel!: ChannelResponse;
  @ApiProperty() readonly address!: SenderAddressResponse;
  @ApiProperty() readonly senderName!: SenderNameResponse;
  @ApiProperty({ type: [NoticeResponse] }) readonly notices!: readonly NoticeResponse[];

  @ApiProperty({ description: 'Revision of the mailbox’s history; the ETag for `If-Match`.', example: 1 })
  readonly revision!: number;
}
