import { SessionFailed, SmtpSession } from '#platform/smtp-client/smtp-session.js';
import { secretsOf, serverOf } from '#platform/smtp-client/server-of.js';
import type { SmtpFailure, SmtpTransmission } from '#platform/smtp-client/smtp-transmission.js';
import { smtpTimes, type SmtpTimes } from '#platform/smtp-client/smtp-times.js';
import type { TenantHosts } from '#platform/smtp-client/tenant-hosts.js';
import { presentable } from '#platform/smtp-client/words.js';
import type { Probed, ProbeAnswer, ProbeStage, SmtpProbe } from '../../application/ports/smtp-probe.port.js';
import type { SmtpSettings } from '../../domain/recruiting-mailbox/channel.js';
import { whyOf } from './why-of.js';

/** All of the conversation. */
const withinMs = 20_000;
const second = 1_000;
/** Shorter than for mail: somebody waits for the answer. */
const probeTimes: SmtpTimes = { ...smtpTimes, connect: 10 * second, login: 10 * second, envelope: 10 * second };

/** Asks a company's server over the same conversation that its mail takes later. */
export class SmtpClientProbe implements SmtpProbe {
  constructor(
    private readonly hosts: TenantHosts,
    private readonly authorities: readonly string[],
    private readonly ownName: string,
    private readonly times: SmtpTimes = probeTimes,
  ) {}

  async reach(settings: SmtpSettings, sender: string, password: string): Promise<ProbeAnswer> {
    const found = await this.hosts.find(settings.host, settings.port);
    if (!found.ok) return { ok: false, why: found.refusal.reason, probed: { stage: 'host' } };
    const server = serverOf(settings, password, found.value, this.authorities);
    const signal = AbortSignal.timeout(withinMs);
    try {
      const session = await SmtpSession.open(server, this.times, this.ownName, signal);
      const refused = await session.offer(sender, signal);
      session.leave();
      return refused === undefined ? { ok: true, probed: { stage: 'recipient' } } : failed(refused, settings, password);
    } catch (error) {
      if (error instanceof SessionFailed) return failed(error.transmission, settings, password);
      throw error;
    }
  }
}

function failed({ failure, words }: Extract<SmtpTransmission, { ok: false }>, settings: SmtpSettings, password: string): ProbeAnswer {
  const [code, fault] = [codeIn(failure), faultIn(failure)];
  const probed: Probed = {
    stage: stageIn(failure),
    ...(code === undefined ? {} : { code }),
    ...(words === undefined ? {} : { words: presentable(words, secretsOf(settings.account, password)) }),
    ...(fault === undefined ? {} : { fault }),
  };
  return { ok: false, why: whyOf(failure), probed };
}

function stageIn({ stage }: SmtpFailure): ProbeStage {
  return stage === 'content' || stage === 'after-content' ? 'recipient' : stage;
}

/** What the stage alone does not say. */
function faultIn({ detail, fault }: SmtpFailure): string | undefined {
  return detail ?? (fault === 'smtputf8-not-offered' ? fault : undefined);
}

function codeIn({ reply }: SmtpFailure): string | undefined {
  if (reply === undefined || reply.code === 0) return undefined;
  return reply.enhanced === undefined ? String(reply.code) : `${String(reply.code)} ${reply.enhanced}`;
}
