import type { Aggregate } from '#kernel/aggregate.js';
import type { ExpiryAnnounced, InboundMessageChanged, MessageClassified, MessageReceived } from './events.js';
import { movedTo, type Place } from './place.js';

/** A received mail in one company. */
export interface InboundMessage {
  readonly received: MessageReceived['data'];
  /** Every path it is known to have come over, the first one too. */
  readonly deliveries: readonly Pick<MessageReceived['data'], 'recipients' | 'client'>[];
  readonly classified?: MessageClassified['data'];
  readonly place: Place;
  /** Keyed HMACs of those who opened it and did not mark it new since. */
  readonly openedBy: readonly string[];
  readonly timesMarkedNew: number;
  /** No answer is owed any more. */
  readonly handled: boolean;
  readonly expiry: {
    /** The last announcement since it began to wait. */
    readonly announced?: ExpiryAnnounced['data'];
    readonly confirmationRequested: boolean;
  };
}

export const inboundMessage: Aggregate<InboundMessage, MessageReceived, InboundMessageChanged> = {
  category: 'inbound-message',

  create: ({ data }) => ({
    received: data,
    deliveries: [data],
    place: { is: 'received' },
    openedBy: [],
    timesMarkedNew: 0,
    handled: false,
    expiry: { confirmationRequested: false },
  }),

  evolve(message, event) {
    switch (event.type) {
      case 'MessageReceivedAgain':
        return { ...message, deliveries: [...message.deliveries, event.data] };
      case 'MessageClassified':
        return { ...message, classified: event.data, place: { is: 'classified' } };
      case 'MessageOpened':
        return { ...message, openedBy: [...new Set([...message.openedBy, event.data.reader])] };
      case 'MessageMarkedNew':
        return {
          ...message,
          openedBy: message.openedBy.filter((reader) => reader !== event.data.reader),
          timesMarkedNew: message.timesMarkedNew + 1,
        };
      case 'MessageHandled':
        return { ...message, handled: true };
      case 'MessageHandlingReopened':
        return { ...message, handled: false };
      case 'ReportPassedOn':
        return message;
      case 'ExpiryAnnounced':
        return { ...message, expiry: { ...message.expiry, announced: event.data } };
      case 'ExpiryConfirmationRequested':
        return { ...message, expiry: { ...message.expiry, confirmationRequested: true } };
      case 'AssignmentUndone':
        // It waits again from now on.
        return { ...message, handled: false, expiry: { confirmationRequested: false }, place: movedTo(message.place, event) };
      default:
        return { ...message, place: movedTo(message.place, event) };
    }
  },
};
