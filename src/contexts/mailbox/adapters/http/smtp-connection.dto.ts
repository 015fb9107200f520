import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { OneLine } from '#platform/http/one-line.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import type { Encryption } from '../../domain/recruiting-mailbox/channel.js';

/** R73: the five fields; the password may be left out where it was given before and goes to the same place. */
export class SmtpConnectionBody {
  @ApiProperty({ description: 'Host name of the mail provider (R62).', example: 'mail.acme.example', maxLength: 253 })
  @Matches(/^[a-z0-9.:[\]_-]{1,253}$/i, { message: 'must be a host name' })
  readonly host!: string;

  @ApiProperty({ description: '587 or 465 as a rule, less often 25 or 2525 (R63).', example: 587, minimum: 1, maximum: 65_535 })
  @IsInt()
  @Min(1)
  @Max(65_535)
  readonly port!: number;

  @ApiPropertyOptional({
    description: 'R65-R68; `starttls` does not check who answers. STARTTLS is always required.',
    enum: ['smtps', 'starttls', 'starttls-verified'],
    default: 'starttls-verified',
    example: 'starttls-verified',
  })
  @MayBeLeftOut()
  @IsIn(['smtps', 'starttls', 'starttls-verified'])
  readonly encryption?: Encryption;

  @ApiProperty({ description: 'Who logs in, as a rule the individual address (R69, R70).', example: 'jobs@acme.example', maxLength: 254 })
  @OneLine(1, 254)
  readonly account!: string;

  @ApiPropertyOptional({
    description: 'The password of that account (R72); kept in the vault and shown to nobody.',
    example: 'correct horse battery staple',
    maxLength: 256,
    writeOnly: true,
  })
  @MayBeLeftOut()
  @OneLine(1, 256)
  readonly password?: string;

  @ApiPropertyOptional({
    description: 'PEM of the company’s own certificate authority.',
    maxLength: 65_536,
    example: '-----BEGIN CERTIFICATE-----\nMIIB…\n-----END CERTIFICATE-----',
  })
  @MayBeLeftOut()
  @IsString()
  @Length(1, 65_536)
  readonly certificateAuthority?: string;
}

export class PasswordBody {
  @ApiProperty({
    description: 'The new password of the same account.',
    example: 'correct horse battery staple',
    maxLength: 256,
    writeOnly: true,
  })
  @OneLine(1, 256)
  readonly password!: string;
}

export class WaitingMailBody {
  @ApiPropertyOptional({
    description:
      'What becomes of mail that waits for the connection: it waits on, or leaves over the service. Said after the switch it may say otherwise; left out then, nothing changes.',
    enum: ['keep', 'send-by-service'],
    default: 'keep',
    example: 'keep',
  })
  @MayBeLeftOut()
  @IsIn(['keep', 'send-by-service'])
  readonly waitingMail?: 'keep' | 'send-by-service';
}

export class WarningResponse {
  @ApiProperty({
    description: 'What an administrator must know of the connection.',
    enum: [
      'replies-will-not-arrive',
      'certificate-not-verified',
      'microsoft-ends-password-sign-in',
      'microsoft-shows-the-account-name',
      'google-receives-this-domain',
    ],
    example: 'replies-will-not-arrive',
  })
  readonly warning!: string;

  @ApiPropertyOptional({ description: 'Of `microsoft-ends-password-sign-in`: the day.', example: '2026-12-31' })
  readonly from?: string;
}

export class ConnectedResponse extends ReceiptResponse {
  @ApiProperty({ type: [WarningResponse] }) readonly warnings!: readonly WarningResponse[];
}
