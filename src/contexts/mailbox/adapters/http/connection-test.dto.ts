import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { WaitingQuery } from '#platform/http/list-query.js';

export class ReportQuery extends WaitingQuery {
  @ApiPropertyOptional({ description: 'Language of the report.', enum: ['de', 'en'], default: 'en', example: 'de' })
  @MayBeLeftOut()
  @IsIn(['de', 'en'])
  readonly language?: 'de' | 'en';
}

export class TestedServerResponse {
  @ApiProperty({ example: 'mail.acme.example' }) readonly host!: string;
  @ApiProperty({ example: 587 }) readonly port!: number;
  @ApiProperty({ enum: ['smtps', 'starttls', 'starttls-verified'], example: 'starttls-verified' }) readonly encryption!: string;
  @ApiProperty({ example: 'jobs@acme.example' }) readonly account!: string;
}

export class ConnectionTestResponse {
  @ApiProperty({ description: 'Id of the test.', example: 'b8c1a3de-5d0f-5a56-8a0c-9e6a4f6b7c11' }) readonly testId!: string;
  @ApiProperty({ description: 'UTC.', example: '2026-03-02T08:00:00.000Z' }) readonly testedAt!: string;
  @ApiProperty({ enum: ['service', 'smtp'], example: 'smtp' }) readonly channel!: string;
  @ApiProperty({ description: 'What carried it; `probe`: nothing was sent, the server was only asked.', example: 'smtp' })
  readonly transport!: string;
  @ApiProperty({ example: false }) readonly succeeded!: boolean;
  @ApiProperty({ description: '`accepted`, `written-to-local-outbox`, or why it failed.', example: 'login-refused' })
  readonly outcome!: string;
  @ApiPropertyOptional({ description: 'How far it came.', example: 'login' }) readonly stage?: string;
  @ApiPropertyOptional({ description: 'SMTP reply code.', example: '535 5.7.139' }) readonly code?: string;
  @ApiPropertyOptional({ description: 'Fault of the connection.', example: 'CERT_HAS_EXPIRED' }) readonly fault?: string;
  @ApiPropertyOptional() readonly server?: TestedServerResponse;
  @ApiPropertyOptional({ description: 'Absent once erased.', example: 'jobs@acme.example' }) readonly recipient?: string;
  @ApiPropertyOptional({ description: 'The server’s own words, without any secret.', example: '535 5.7.139 Authentication unsuccessful' })
  readonly words?: string;
}

export class ConnectionTestsResponse {
  @ApiProperty({ type: [ConnectionTestResponse] }) readonly items!: readonly ConnectionTestResponse[];
}
