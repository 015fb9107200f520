/** The values that were asked for last, at most `limit` of them. */
export class RecentlyUsed<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly limit: number) {}

  get(id: string): Value | undefined {
    const value = this.values.get(id);
    if (value !== undefined) this.keep(id, value);
    return value;
  }

  keep(id: string, value: Value): void {
    // A Map remembers the order of insertion: the first one is the one that nobody asked for longest.
    this.values.delete(id);
    this.values.set(id, value);
    if (this.values.size <= this.limit) return;
    const [oldest] = this.values.keys();
    if (oldest !== undefined) this.values.delete(oldest);
  }

  forget(id: string): void {
    this.values.delete(id);
  }

  clear(): void {
    this.values.clear();
  }
}
