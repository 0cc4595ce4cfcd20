import type { LocalClock } from '../clock.js';
import type { State } from '../state.js';

/** One message the connector accepted. */
export interface Delivery {
  /** Position in the order of acceptance, from 1. */
  seq: number;
  /** Controllable time of acceptance, ISO. */
  at: string;
  method: 'POST' | 'PUT' | 'DELETE' | 'CREATE';
  conversationId: string;
  activityId?: string;
  activity?: unknown;
  recipient?: { personId?: string; channelId?: string };
}

/** The record of accepted messages, kept over restarts. */
export interface Deliveries {
  record(delivery: Omit<Delivery, 'seq' | 'at'>): Delivery;
  all(): Delivery[];
}

/** Opens the record. */
export function openDeliveries(state: State, clock: LocalClock): Deliveries {
  const kept = state.collection<Delivery>('deliveries');
  let last = kept.values().at(-1)?.seq ?? 0;
  return {
    record(delivery) {
      last += 1;
      const entry = { seq: last, at: new Date(clock.now()).toISOString(), ...delivery };
      kept.set(String(last), entry);
      return entry;
    },
    all: () => kept.values(),
  };
}
