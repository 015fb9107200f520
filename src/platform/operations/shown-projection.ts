import type { ProjectionStatus } from '../projections/projection-status.js';

/** A read model as the operator sees it. */
export interface ProjectionView extends Pick<ProjectionStatus, 'name' | 'version' | 'state' | 'lagSeconds' | 'lagEvents'> {
  readonly position?: string;
  readonly rebuild?: { readonly state: string; readonly position?: string };
}

export function shownProjection({ name, version, state, position, lagSeconds, lagEvents, shadow }: ProjectionStatus): ProjectionView {
  return {
    name,
    version,
    state,
    lagSeconds,
    lagEvents,
    ...(position === undefined ? {} : { position }),
    ...(shadow === undefined
      ? {}
      : { rebuild: { state: shadow.state, ...(shadow.position === undefined ? {} : { position: shadow.position }) } }),
  };
}
