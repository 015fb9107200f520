import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Asked, Cause } from '#platform/event-store/streams.js';
import type { EffectiveSettings } from './mailboxes.js';

/** A test mail that may be sent (R83, R84). */
export interface TestToSend {
  readonly testId: string;
  readonly mailboxId: string;
  readonly subsidiaryId?: string;
  readonly recipient: string;
  readonly settings: EffectiveSettings;
}

/** How a test mail left, or why it did not. */
export interface TestOutcome {
  readonly transport: string;
  readonly succeeded: boolean;
  readonly outcome: string;
  readonly stage?: string;
  readonly code?: string;
  readonly fault?: string;
  readonly words?: string;
}

export interface ConnectionTests {
  /**
   * Whether a test may be sent over what this mailbox sends with, and to whom; without `recipient` to the individual address. `mayGo`: whether mail may leave
   * to an address at all.
   */
  ask(
    subsidiary: string | undefined,
    recipient: string | undefined,
    mayGo: (address: string) => boolean,
    cause: Cause,
  ): Promise<Asked<TestToSend, string>>;
  /** Keeps what came of it; a success repairs a connection that needed attention. */
  record(test: TestToSend, outcome: TestOutcome, cause: Cause): Promise<Outcome<Receipt>>;
}
export const ConnectionTests = Symbol('ConnectionTests');

/** R22-R24: whether mail to the individual address comes to the service address. */
export interface RedirectTests {
  /** Begins a test, durably, before its mail leaves; the same command begins it once. `mayGo`: whether mail may leave to an address at all. */
  begin(
    subsidiary: string | undefined,
    mayGo: (address: string) => boolean,
    cause: Cause,
  ): Promise<Outcome<Receipt & { readonly testId: string; readonly address: string; readonly isNew: boolean }>>;
  /** The mail of that test certainly did not leave: it says nothing about the redirect. */
  notSent(companyId: string, testId: string, reason: string): Promise<void>;
  /**
   * The mail of that test reached us, at these envelope recipients. One of an address that the mailbox no longer has proves nothing, and neither
   * does one that came to another address than the mailbox's own targets.
   */
  cameBack(companyId: string, testId: string, recipients: readonly string[]): Promise<void>;
}
export const RedirectTests = Symbol('RedirectTests');
