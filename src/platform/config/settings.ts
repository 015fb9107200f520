import { eventStoreSettings } from './event-store-settings.js';
import { httpSettings } from './http-settings.js';
import { mailSettings } from './mail-settings.js';
import { smtpSettings } from './smtp-settings.js';
import type { Setting } from './setting.js';

/** Every variable with its default and its meaning, in the order in which README and `doctor` list them. */
export const settings: readonly Omit<Setting<unknown>, 'fallback' | 'read'>[] = [
  ...Object.values(mailSettings),
  ...Object.values(eventStoreSettings),
  ...Object.values(httpSettings),
  ...Object.values(smtpSettings),
];

/** The list as a Markdown table. */
export function settingsTable(): string {
  const rows = settings.map(({ name, otherwise, meaning }) => `| \`${name}\` | ${otherwise} | ${meaning} |`);
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
