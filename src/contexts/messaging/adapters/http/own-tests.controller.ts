import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, ForWholeCompany, Needs, SendsMail } from '#platform/http/asked.js';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { OneLine } from '#platform/http/one-line.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { SendTestMail } from '../../application/commands/send-test-mail.command.js';
import { TestRedirect } from '../../application/commands/test-redirect.command.js';

export class TestMailBody {
  @ApiPropertyOptional({
    description: 'Where the test goes; the individual address unless given (R84).',
    example: 'jobs@acme.example',
    maxLength: 254,
  })
  @MayBeLeftOut()
  @OneLine(1, 254)
  readonly recipient?: string;
}

export class TestedResponse extends ReceiptResponse {
  @ApiProperty({
    description: 'Id of the test; its outcome and report lie under `tests/{testId}`.',
    example: 'b8c1a3de-5d0f-5a56-8a0c-9e6a4f6b7c11',
  })
  readonly testId!: string;
}

export class TestMailedResponse extends TestedResponse {
  @ApiPropertyOptional({
    description: 'How the mail left, or why it did not. Absent where this was answered before: then the test says it.',
    example: 'accepted',
  })
  readonly outcome?: string;
}

export class RedirectTestedResponse extends ReceiptResponse {
  @ApiProperty({
    description: 'Id of the test. Whether it came back stands in `redirect` of the settings; what became of it, in the mailbox’s history.',
    example: 'b8c1a3de-5d0f-5a56-8a0c-9e6a4f6b7c11',
  })
  readonly testId!: string;

  @ApiPropertyOptional({
    description:
      'How the mail left; `written-to-local-outbox`: nothing left the machine, so that somebody must hand it on. Absent where this was answered before.',
    example: 'accepted',
  })
  readonly outcome?: string;
}

const company = 'companies/:companyId/mailbox';
const subsidiary = 'companies/:companyId/subsidiaries/:subsidiaryId/mailbox';

/** Test mails of the company's own mailbox, and of each subsidiary's. */
@ApiTags('mailbox')
@Controller([company, subsidiary])
export class OwnTestsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('test-mail')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @SendsMail()
  @ApiOperation({ summary: 'Send a test mail over what the mailbox sends with; the outcome is kept as a test (R83, R84, R87).' })
  @ApiOkResponse({ type: TestMailedResponse })
  testMail(@Body() body: TestMailBody, @Asked() cause: Cause, @Param('subsidiaryId') subsidiaryId?: string) {
    return this.commands.execute(new SendTestMail(subsidiaryId, body.recipient?.trim(), cause));
  }

  @Post('redirect-test')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @SendsMail()
  @ApiOperation({
    summary: 'Test the redirect: a mail goes to the individual address, and confirms the redirect once it comes back (R22-R24).',
  })
  @ApiOkResponse({ type: RedirectTestedResponse })
  testRedirect(@Asked() cause: Cause, @Param('subsidiaryId') subsidiaryId?: string) {
    return this.commands.execute(new TestRedirect(subsidiaryId, cause));
  }
}
