import type { Config } from '#platform/config/config.js';

/** What an administrator must know about this installation before he trusts a setting. */
export type Notice =
  { readonly notice: 'nothing-leaves-this-machine' } | { readonly notice: 'only-deliver-to'; readonly recipients: readonly string[] };

/** Decision "The local outbox is not sending", and `POSTSTELLE_ONLY_DELIVER_TO`, which holds everybody else's mail back. */
export function noticesOf({ serviceRelay, onlyDeliverTo }: Pick<Config, 'serviceRelay' | 'onlyDeliverTo'>): readonly Notice[] {
  return [
    ...(serviceRelay === undefined ? [{ notice: 'nothing-leaves-this-machine' as const }] : []),
    ...(onlyDeliverTo === undefined ? [] : [{ notice: 'only-deliver-to' as const, recipients: onlyDeliverTo }]),
  ];
}
