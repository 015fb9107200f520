/** A server that the tests may do harm to. */
export interface FaultyServer {
  readonly port: number;
  /** As kill -9: nothing in flight is answered. */
  crash(): Promise<void>;
  /** On the same log and port; it need not be ready when this answers. */
  comeBack(): Promise<void>;
  /** As SIGSTOP: its connections stay open and nothing is answered. Absent where only the line can be frozen. */
  freeze?(): void;
  thaw?(): void;
}
