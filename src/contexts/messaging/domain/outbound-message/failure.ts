import type { Personal } from '#kernel/personal.js';
import type { DeliveryStage } from './events.js';

/** What is recorded of a failure that is certain: the mail has not left. */
export interface Failure {
  readonly stage: DeliveryStage;
  /** Stable, for people and programs. */
  readonly reason: string;
  /** SMTP reply code with the enhanced one, where the server gave them. */
  readonly code?: string;
  /** The server's own words. */
  readonly response?: Personal<string>;
}
