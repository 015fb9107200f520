import type { SmtpSettings } from './channel.js';
import type {
  ChannelDisconnected,
  ConnectionImpaired,
  ConnectionProven,
  ConnectionRestored,
  ConnectionTested,
  PasswordRenewed,
  SmtpConnectionEstablished,
} from './events.js';

export interface SmtpConnectionState {
  readonly connectionId: string;
  readonly settings: SmtpSettings;
  readonly secretId: string;
  /** A mail or a test has left over it. */
  readonly proven: boolean;
  /** It needs attention: nothing is sent over it until it is repaired. */
  readonly impaired?: ConnectionImpaired['data'];
}

type AboutSmtp =
  | SmtpConnectionEstablished
  | PasswordRenewed
  | ChannelDisconnected
  | ConnectionTested
  | ConnectionImpaired
  | ConnectionRestored
  | ConnectionProven;

/** Another one with every change of settings or password, so that what was found out of the former one is not said of this one. */
export function versionOf({ connectionId, secretId }: Pick<SmtpConnectionState, 'connectionId' | 'secretId'>): string {
  return `${connectionId}.${secretId}`;
}

export function isVersion(smtp: SmtpConnectionState | undefined, version: string | undefined): smtp is SmtpConnectionState {
  return smtp !== undefined && versionOf(smtp) === version;
}

export function smtpAfter(smtp: SmtpConnectionState | undefined, event: AboutSmtp): SmtpConnectionState | undefined {
  if (event.type === 'SmtpConnectionEstablished') return { ...event.data, proven: false };
  if (event.type === 'ChannelDisconnected' || smtp === undefined) return undefined;
  switch (event.type) {
    case 'PasswordRenewed':
      return { ...smtp, secretId: event.data.secretId };
    case 'ConnectionTested':
      return { ...smtp, proven: smtp.proven || (event.data.channel === 'smtp' && event.data.succeeded) };
    case 'ConnectionImpaired':
      return { ...smtp, impaired: event.data };
    case 'ConnectionRestored':
      return withoutImpairment(smtp);
    case 'ConnectionProven':
      return { ...smtp, proven: true };
  }
}

function withoutImpairment({ impaired: _, ...others }: SmtpConnectionState): SmtpConnectionState {
  return others;
}
