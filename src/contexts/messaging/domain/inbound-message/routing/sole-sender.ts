import type { RoutableMail } from './evidence.js';

/** The one header From. Several or none identify nobody; Return-Path and Sender never do. */
export function soleSender({ senders }: RoutableMail): string | undefined {
  const [only, another] = senders;
  return another === undefined ? only : undefined;
}
