import { connectionGuidance } from './connection-guidance.js';
import type { Guidance, GuidanceFacts } from './guidance.js';
import { redirectGuidance } from './redirect-guidance.js';
import { serviceGuidance } from './service-guidance.js';

/** The customer's side of the rules, in the order of the set-up: service, redirect, connection. */
export function guidanceFor(facts: GuidanceFacts): readonly Guidance[] {
  return [...serviceGuidance(facts), ...redirectGuidance(facts), ...connectionGuidance(facts)];
}
