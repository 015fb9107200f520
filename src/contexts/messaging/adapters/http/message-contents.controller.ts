import { Readable } from 'node:stream';
import { Controller, Get, Header, Param, ParseIntPipe, Query, Res, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import { AskedBy, type Caller, Needs } from '#platform/http/asked.js';
import { WaitingQuery } from '#platform/http/list-query.js';
import { DownloadAttachment } from '../../application/queries/download-attachment.query.js';
import { DownloadRawMail } from '../../application/queries/download-raw-mail.query.js';
import type { Download } from '../../application/queries/message-contents.js';
import { ReadMessageHtml } from '../../application/queries/read-message-html.query.js';
import { ReadMessageText } from '../../application/queries/read-message-text.query.js';
import { safeContentType, safeFileName } from './download-name.js';
import { MessageTextResponse } from './received-message.dto.js';

/** Nothing runs, nothing is loaded but images of the same service, and the page is of no origin. */
const sandbox = "sandbox allow-popups; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

@ApiTags('messages')
@Controller('companies/:companyId/received-messages/:messageId')
@Needs('messages:read')
export class MessageContentsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('text')
  @ApiOperation({ summary: 'What the message says, as text.' })
  @ApiOkResponse({ type: MessageTextResponse })
  text(@Query() _: WaitingQuery, @Param('messageId') messageId: string, @AskedBy() caller: Caller) {
    return this.queries.execute(new ReadMessageText(messageId, caller));
  }

  @Get('html')
  @ApiOperation({
    summary: 'What the message says, as HTML without anything that runs or is loaded from elsewhere.',
    description: 'Images that came with it lie under attachments/{index}. `Poststelle-Remote-Content-Removed` counts what was taken out.',
  })
  @ApiProduces('text/html')
  @ApiOkResponse({ description: 'A page.', schema: { type: 'string' } })
  @Header('X-Frame-Options', 'SAMEORIGIN')
  async html(
    @Query() _: WaitingQuery,
    @Param('messageId') messageId: string,
    @AskedBy() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const read = await this.queries.execute(new ReadMessageHtml(messageId, caller));
    if (!read.ok) return read;
    void reply.headers({
      'content-security-policy': sandbox,
      'poststelle-remote-content-removed': String(read.value.remoteContentRemoved),
    });
    return new StreamableFile(Buffer.from(read.value.html), { type: 'text/html; charset=utf-8', disposition: 'inline' });
  }

  @Get('raw')
  @ApiOperation({ summary: 'The mail as it came, octet for octet.' })
  @ApiProduces('message/rfc822')
  @ApiOkResponse({ description: 'A file.', schema: { type: 'string', format: 'binary' } })
  async raw(@Query() _: WaitingQuery, @Param('messageId') messageId: string, @AskedBy() caller: Caller) {
    const download = await this.queries.execute(new DownloadRawMail(messageId, caller));
    return download.ok ? file(download.value) : download;
  }

  @Get('attachments/:index')
  @ApiOperation({ summary: 'One attachment, decoded.' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'A file.', schema: { type: 'string', format: 'binary' } })
  async attachment(
    @Query() _: WaitingQuery,
    @Param('messageId') messageId: string,
    @Param('index', ParseIntPipe) index: number,
    @AskedBy() caller: Caller,
  ) {
    const download = await this.queries.execute(new DownloadAttachment(messageId, index, caller));
    return download.ok ? file(download.value) : download;
  }
}

/** RFC 6266: always as an attachment, under a name that is one. */
function file({ name, contentType, content, size }: Download): StreamableFile {
  const options = {
    type: safeContentType(contentType),
    disposition: contentDisposition(safeFileName(name)),
    ...(size !== undefined && { length: size }),
  };
  return content instanceof Readable ? new StreamableFile(content, options) : new StreamableFile(content, options);
}
