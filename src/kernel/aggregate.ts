/** How a history becomes a state: the first event creates it, each later one evolves it. */
export interface Aggregate<State, First, Later> {
  readonly category: string;
  create(first: First): State;
  evolve(state: State, event: Later): State;
}
