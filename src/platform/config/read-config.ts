import type { Config } from './config.js';
import { eventStoreSettings as events } from './event-store-settings.js';
import { httpSettings as http } from './http-settings.js';
import { mailSettings as mail } from './mail-settings.js';
import { Readings } from './readings.js';
import { smtpSettings as smtp } from './smtp-settings.js';
import { unknownVariables } from './unknown-variables.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the environment, one sentence each. */
export class ConfigurationMistakes extends Error {
  override readonly name = 'ConfigurationMistakes';
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/** Reads and validates the environment. Throws {@link ConfigurationMistakes} with all of them at once. */
export function readConfig(environment: Environment): Config {
  const readings = new Readings(environment);
  const config: Config = {
    ...keeping(readings),
    ...eventsKeptBy(readings),
    ...sending(readings),
    ...listening(readings),
    smtp: ingress(readings),
    tokens: issuers(readings),
  };
  const mistakes = [...readings.mistakes, ...unknownVariables(environment)];
  if (mistakes.length > 0) throw new ConfigurationMistakes(mistakes);
  return config;
}

function keeping(readings: Readings) {
  return {
    dataDirectory: readings.of(mail.dataDirectory),
    mailDomain: readings.of(mail.mailDomain),
    formerMailDomains: readings.of(mail.formerMailDomains),
    closedAfterDays: readings.of(mail.closedAfterDays),
    unassignedKeptDays: readings.of(mail.unassignedKeptDays),
    ...present(readings.of(mail.masterKey), (masterKey) => ({ masterKey })),
  };
}

function eventsKeptBy(readings: Readings): Pick<Config, 'eventStore'> {
  readings.together(events.user, events.password);
  const address = readings.of(events.server);
  const [username, password] = [readings.of(events.user), readings.of(events.password)];
  const [caFile, namespace] = [readings.of(events.caFile), readings.of(events.namespace)];
  if (address === undefined) {
    readings.useless(events.server, events.caFile, events.namespace, events.user);
    return {};
  }
  if (!address.tls) readings.refuse(events.user, 'needs TLS: without it the password would be readable on the network (tls=false)');
  const credentials = username === undefined || password === undefined ? {} : { credentials: { username, password } };
  const more = { ...present(caFile, (file) => ({ caFile: file })), ...present(namespace, (name) => ({ namespace: name })) };
  return { eventStore: { ...address, ...more, ...credentials } };
}

function sending(readings: Readings) {
  readings.together(mail.dkimSelector, mail.dkimKeyFile);
  const privateKeyFile = readings.of(mail.dkimKeyFile);
  return {
    maxOutboundBytes: readings.of(mail.maxOutboundBytes),
    mailboxRatePerMinute: readings.of(mail.mailboxRatePerMinute),
    allowedNetworks: readings.of(mail.allowedNetworks),
    heldMailLeavesWithinHours: readings.of(mail.heldMailLeavesWithinHours),
    microsoftPasswordSignInEnds: readings.of(mail.microsoftPasswordSignInEnds),
    ...present(readings.of(mail.smtpAuthorityFile), (smtpAuthorityFile) => ({ smtpAuthorityFile })),
    ...present(readings.of(mail.serviceRelay), (serviceRelay) => ({ serviceRelay })),
    ...present(readings.of(mail.onlyDeliverTo), (onlyDeliverTo) => ({ onlyDeliverTo })),
    ...present(readings.of(mail.dkimSelector), (selector) =>
      present(privateKeyFile, (file) => ({ dkim: { selector, privateKeyFile: file } })),
    ),
  };
}

function listening(readings: Readings) {
  return {
    http: {
      host: readings.of(http.httpHost),
      port: readings.of(http.httpPort),
      ...present(readings.of(http.publicUrl), (url) => ({ publicUrl: url.replace(/\/+$/, '') })),
    },
    httpRatePerMinute: readings.of(http.httpRatePerMinute),
    logLevel: readings.of(http.logLevel),
  };
}

function ingress(readings: Readings) {
  readings.together(smtp.certificateFile, smtp.keyFile);
  const keyFile = readings.of(smtp.keyFile);
  return {
    host: readings.of(smtp.smtpHost),
    port: readings.of(smtp.smtpPort),
    name: readings.of(smtp.smtpName) ?? readings.of(mail.mailDomain),
    maxConnections: readings.of(smtp.maxConnections),
    maxConnectionsPerClient: readings.of(smtp.maxConnectionsPerClient),
    maxRecipients: readings.of(smtp.maxRecipients),
    maxBytes: readings.of(smtp.maxInboundBytes),
    idleTimeoutMs: readings.of(smtp.idleSeconds) * 1000,
    ...present(readings.of(smtp.certificateFile), (certificateFile) =>
      present(keyFile, (key) => ({ tls: { certificateFile, keyFile: key } })),
    ),
  };
}

function issuers(readings: Readings) {
  readings.together(http.issuer, http.audience, http.jwksUrl);
  const issuer = readings.of(http.issuer);
  const audience = readings.of(http.audience);
  const jwksUrl = readings.of(http.jwksUrl);
  if (issuer === undefined || audience === undefined || jwksUrl === undefined) return {};
  return { external: { issuer, audience, jwksUrl } };
}

/** `exactOptionalPropertyTypes`: what is not set is absent, not undefined. */
function present<Value, Part extends object>(value: Value | undefined, part: (value: Value) => Part): Partial<Part> {
  return value === undefined ? {} : part(value);
}
