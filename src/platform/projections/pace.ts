/** How fast and how patiently projections are filled. */
export interface Pace {
  /** Events in one transaction while catching up. */
  readonly page: number;
  /** Events in one transaction when live. */
  readonly batch: number;
  /** Events that wait for one projection when live; with more it goes back to reading pages. */
  readonly inbox: number;
  /** Events that did not concern a projection, after which its checkpoint is written all the same. */
  readonly idleEvents: number;
  /** Attempts at an event before it counts as poison, and the pause between them. */
  readonly poisonTries: number;
  readonly poisonPauseMs: number;
  /** After which a stopped look-up tries its poison event again. */
  readonly stoppedRetryMs: number;
  /** First pause after an outage of the store or of the database; doubles up to thirty times this. */
  readonly outagePauseMs: number;
}
export const Pace = Symbol('Pace');

export const usualPace: Pace = {
  page: 500,
  batch: 100,
  inbox: 5_000,
  idleEvents: 2_000,
  poisonTries: 3,
  poisonPauseMs: 100,
  stoppedRetryMs: 30_000,
  outagePauseMs: 200,
};
