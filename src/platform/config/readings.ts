import type { Setting } from './setting.js';

/** Takes settings out of an environment and keeps a sentence for each mistake, so that all are told at once. */
export class Readings {
  private readonly found = new Set<string>();

  constructor(private readonly environment: Readonly<Record<string, string | undefined>>) {}

  get mistakes(): readonly string[] {
    return [...this.found];
  }

  /** The value; its default where nothing, or something wrong, was set. An empty variable is one that is not set. */
  of<Value>(setting: Setting<Value>): Value {
    const text = this.textOf(setting);
    if (text === '') return setting.fallback;
    const read = setting.read(text);
    if ('value' in read) return read.value;
    this.found.add(`${setting.name} ${read.wrong}.`);
    return setting.fallback;
  }

  /** Settings that make sense only together: all of them, or none. */
  together(...settings: readonly Setting<unknown>[]): void {
    const missing = settings.filter((setting) => this.textOf(setting) === '').map(({ name }) => name);
    if (missing.length === 0 || missing.length === settings.length) return;
    this.found.add(`${settings.map(({ name }) => name).join(', ')} belong together: ${missing.join(', ')} is missing.`);
  }

  /** A setting that was made and must not be, for a reason that lies in another one. */
  refuse(setting: Setting<unknown>, wrong: string): void {
    if (this.textOf(setting) !== '') this.found.add(`${setting.name} ${wrong}.`);
  }

  /** Settings that have no meaning without `needed`: whoever made one meant something else. */
  useless(needed: Setting<unknown>, ...settings: readonly Setting<unknown>[]): void {
    if (this.textOf(needed) !== '') return; // Set and wrong: that is told.
    for (const setting of settings) this.refuse(setting, `is without effect, because ${needed.name} is not set`);
  }

  private textOf(setting: Setting<unknown>): string {
    return this.environment[setting.name]?.trim() ?? '';
  }
}
