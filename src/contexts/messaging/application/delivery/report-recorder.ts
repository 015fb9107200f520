import { Inject, Injectable, Logger } from '@nestjs/common';
import { accept } from '#kernel/decision.js';
import { serviceCause } from '#platform/event-store/cause.js';
import type { InboundMessageEvent, MessageFiled } from '../../domain/inbound-message/events.js';
import { recordReport, type Report } from '../../domain/outbound-message/record-report.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';

/** Takes a report that was filed to the message of ours that it is about (S16, S17). */
@Injectable()
export class ReportRecorder {
  private readonly log = new Logger(ReportRecorder.name);

  constructor(
    @Inject(InboundMessages) private readonly received: InboundMessages,
    @Inject(OutboundMessages) private readonly sent: OutboundMessages,
  ) {}

  async record(companyId: string, receivedMessageId: string): Promise<void> {
    const loaded = await this.received.load(companyId, receivedMessageId);
    const filed = loaded?.events.find(isFiled);
    if (filed === undefined) throw new Error('A report that was filed is not there.');
    const { outboundMessageId } = filed.data;
    const report = reportOf(receivedMessageId, filed.data);
    if (report !== undefined) await this.tell(companyId, outboundMessageId, report);
    const cause = serviceCause(companyId, 'report-passed-on', receivedMessageId);
    await this.received.decide(receivedMessageId, cause, () => accept({ type: 'ReportPassedOn', data: { outboundMessageId } }));
  }

  private async tell(companyId: string, outboundMessageId: string, report: Report): Promise<void> {
    const cause = serviceCause(companyId, 'record-report', report.reportId);
    const told = await this.sent.decide(outboundMessageId, cause, (message) => recordReport(message, report));
    // The router finds only messages of this company, so that this is a log that lost its beginning; the report itself stays in sight.
    if (!told.ok) this.log.error(`The report ${report.reportId} could not be recorded: ${told.refusal.reason}.`);
  }
}

function isFiled(event: InboundMessageEvent): event is MessageFiled {
  return event.type === 'MessageFiled';
}

/** An out-of-office says nothing about the delivery: it is only seen in the conversation. */
function reportOf(reportId: string, { as, status }: MessageFiled['data']): Report | undefined {
  if (as === 'auto-reply') return undefined;
  return { as, reportId, ...(status === undefined ? {} : { status }) };
}
