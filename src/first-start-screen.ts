import type { Config } from './platform/config/config.js';
import type { DataDirectoryLayout } from './platform/data-directory/data-directory-layout.js';
import { theWalk } from './the-walk.js';

/** What the operator sees: where everything is, and at the first start what to try. */
export function showStart(config: Config, layout: DataDirectoryLayout, firstStart: boolean): void {
  const lines = firstStart ? [...whereEverythingIs(config, layout), '', ...theWalk(config, layout)] : whereEverythingIs(config, layout);
  console.log(['', ...lines, ''].join('\n'));
}

export function addressOfApi({ http }: Pick<Config, 'http'>): string {
  return http.publicUrl ?? `http://${inUrl(http.host)}:${http.port}`;
}

function whereEverythingIs(config: Config, layout: DataDirectoryLayout): readonly string[] {
  const api = addressOfApi(config);
  return [
    `Poststelle listens.`,
    `  API           ${api}/api/v1 (to read: ${api}/api/v1/docs)`,
    `  Mail in       smtp://${inUrl(config.smtp.host)}:${config.smtp.port}, for …-jobs@${config.mailDomain}`,
    `  Mail out      ${mailOut(config, layout)}`,
    `  Data          ${layout.root}`,
    `  Master key    ${config.masterKey === undefined ? `${layout.masterKey} - keep a copy of it apart from the data: without it nothing can be read` : 'POSTSTELLE_MASTER_KEY'}`,
  ];
}

function mailOut({ serviceRelay, onlyDeliverTo }: Config, { outbox }: DataDirectoryLayout): string {
  if (serviceRelay === undefined) return `${outbox}, as .eml files: nothing leaves this machine (POSTSTELLE_SERVICE_RELAY changes that)`;
  const { hostname } = new URL(serviceRelay);
  return onlyDeliverTo === undefined ? `by the relay ${hostname}` : `by the relay ${hostname}, only to those in POSTSTELLE_ONLY_DELIVER_TO`;
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
