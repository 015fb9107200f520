import { serverAddress } from './event-store-server.js';
import * as as from './kinds-of-setting.js';
import { optional } from './setting.js';

/** Where events are kept. */
export const eventStoreSettings = {
  server: optional(
    'POSTSTELLE_EVENT_STORE',
    'a file in the data folder',
    serverAddress,
    'esdb:// address of an EventStoreDB or KurrentDB that keeps the events, such as esdb://db.example.com:2113; `?tls=false` in a trusted network.',
  ),
  caFile: optional(
    'POSTSTELLE_EVENT_STORE_CA_FILE',
    'authorities that the system knows',
    as.path,
    "PEM file of the authority that signed that server's certificate.",
  ),
  namespace: optional(
    'POSTSTELLE_EVENT_STORE_NAMESPACE',
    'none',
    as.namespace,
    'Stands before the names of all streams there, so that several services, such as staging and production, can share one server.',
  ),
  user: optional('POSTSTELLE_EVENT_STORE_USER', 'nobody signs in', as.word, 'Who signs in at that server; needs TLS and the next one.'),
  password: optional('POSTSTELLE_EVENT_STORE_PASSWORD', 'none', as.secret, 'The password of that user.'),
};
