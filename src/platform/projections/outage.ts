/** Neither the event nor the projection is at fault: to be tried again for ever. */
export class Outage extends Error {
  override readonly name = 'Outage';
}
