import type { Read } from './setting.js';

/** Where an EventStoreDB or KurrentDB is found. */
export interface ServerAddress {
  /** More than one, or a name to discover: nodes of one cluster, of which the leader is asked for. */
  readonly nodes: readonly { readonly address: string; readonly port: number }[];
  readonly discover: boolean;
  readonly tls: boolean;
}

/** A server that holds the events instead of the data directory. */
export interface EventStoreServer extends ServerAddress {
  /** PEM file of the authority that signed the server's certificate, where the system does not know it. */
  readonly caFile?: string;
  /** Stands before the names of its streams, so that several services can share the server. */
  readonly namespace?: string;
  readonly credentials?: { readonly username: string; readonly password: string };
}

const form = /^esdb(\+discover)?:\/\/([^/?#@\s]+)\/?(?:\?([^#\s]*))?$/;
const defaultPort = 2113;

/** `esdb://host:2113`, several hosts with commas, `esdb+discover://name`; `?tls=false` where the network itself is trusted. */
export function serverAddress(text: string): Read<ServerAddress> {
  if (text.includes('@'))
    return { wrong: 'must not hold user and password; they have POSTSTELLE_EVENT_STORE_USER and POSTSTELLE_EVENT_STORE_PASSWORD' };
  const [, discover, hosts = '', query = ''] = form.exec(text) ?? [];
  const nodes = hosts.split(',').map(nodeOf);
  const known = nodes.filter((node) => node !== undefined);
  if (known.length !== nodes.length)
    return { wrong: 'must have the form esdb://host:2113 (or esdb+discover://name, or hosts with commas)' };
  const options = query.split('&').filter((option) => option !== '');
  if (options.some((option) => !/^tls=(true|false)$/.test(option))) return { wrong: 'may have no option but tls=true or tls=false' };
  return { value: { nodes: known, discover: discover !== undefined, tls: !options.includes('tls=false') } };
}

function nodeOf(host: string): ServerAddress['nodes'][number] | undefined {
  const [, address, digits] = /^([A-Za-z0-9._-]{1,253})(?::(\d{1,5}))?$/.exec(host) ?? [];
  const port = digits === undefined ? defaultPort : Number(digits);
  return address === undefined || port < 1 || port > 65_535 ? undefined : { address, port };
}
