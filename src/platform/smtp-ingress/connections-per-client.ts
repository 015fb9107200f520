/** Who is connected, so that one client cannot take every connection. */
export class ConnectionsPerClient {
  private readonly open = new Map<string, Set<string>>();

  constructor(private readonly most: number) {}

  /** Whether this one may stay; it counts either way until it is closed. */
  opened(address: string, connection: string): boolean {
    const connections = this.open.get(address) ?? new Set();
    connections.add(connection);
    this.open.set(address, connections);
    return connections.size <= this.most;
  }

  /** Connections that never came as far as `opened` close too. */
  closed(address: string, connection: string): void {
    const connections = this.open.get(address);
    connections?.delete(connection);
    if (connections?.size === 0) this.open.delete(address);
  }
}
