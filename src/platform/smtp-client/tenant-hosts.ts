import { lookup } from 'node:dns/promises';
import { allow, refuse } from '#kernel/decision.js';
import { addressIn, isIn, isPublic, type Network } from './address-rules.js';

/** Where mail is handed over (R63). A tenant who could name any port could look around with it. */
const mailPorts = [25, 465, 587, 2525];

export type Resolve = (host: string) => Promise<readonly string[]>;

/** Both families, IPv4 first: what a host without working IPv6 can reach. */
const bySystem: Resolve = async (host) => (await lookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address);

/** Hosts that tenants enter: looked up once, checked, and named by the checked address from then on, so that no second look-up leads elsewhere (S36). */
export class TenantHosts {
  /** `open`: networks of the operator's own that may be reached, on any port (`POSTSTELLE_ALLOW_NETWORKS`). */
  constructor(
    private readonly open: readonly Network[],
    private readonly resolve: Resolve = bySystem,
    private readonly withinMs = 5_000,
  ) {}

  /** The address to connect to. */
  async find(host: string, port: number) {
    const addresses = await this.addressesOf(host);
    if (addresses.length === 0) return refuse('host-not-found');
    const parsed = addresses.map(addressIn).filter((address) => address !== undefined);
    const opened = parsed.find((address) => isIn(address, this.open));
    if (opened !== undefined) return allow(opened.toString());
    const reachable = parsed.find(isPublic);
    if (reachable === undefined) return refuse('host-not-allowed');
    return mailPorts.includes(port) ? allow(reachable.toString()) : refuse('port-not-allowed');
  }

  private async addressesOf(host: string): Promise<readonly string[]> {
    if (addressIn(host) !== undefined) return [host];
    const late = new Promise<readonly string[]>((resolve) => {
      setTimeout(resolve, this.withinMs, []).unref();
    });
    try {
      return await Promise.race([this.resolve(host), late]);
    } catch {
      // No such name, or nobody to ask: either way there is no address to connect to.
      return [];
    }
  }
}
