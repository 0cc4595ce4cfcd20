import type { Instant } from '../domain/instant.js';
import type { Clock } from '../usecases/ports.js';

/** Units spent within a time that slides along with the clock. */
export interface UnitWindow {
  add(units: number): void;
  /** Milliseconds until no more than so many units lie in the window; the whole window where that is never. */
  waitUntilAtMost(units: number): number;
}

interface Slot {
  /** When its units leave the window. */
  readonly endsAt: Instant;
  units: number;
}

/** Opens an empty window of a length, which remembers by slots: what was spent counts for up to one slot longer. */
export function openUnitWindow(clock: Clock, lengthMs: number, slotMs: number): UnitWindow {
  let slots: Slot[] = [];
  let seenAt = clock.now();

  function present(): Instant {
    const now = clock.now();
    const back = Math.max(0, seenAt - now);
    seenAt = now;
    // Set back, the clock would keep old units for as long again.
    if (back > 0) slots = slots.map(({ endsAt, units }) => ({ endsAt: endsAt - back, units }));
    slots = slots.filter(({ endsAt }) => endsAt > now);
    return now;
  }

  return {
    add(units) {
      const endsAt = Math.ceil((present() + lengthMs) / slotMs) * slotMs;
      const last = slots.at(-1);
      if (last && last.endsAt >= endsAt) last.units += units;
      else slots.push({ endsAt, units });
    },
    waitUntilAtMost(units) {
      const now = present();
      let left = slots.reduce((sum, slot) => sum + slot.units, 0);
      if (left <= units) return 0;
      for (const slot of slots) {
        left -= slot.units;
        if (left <= units) return slot.endsAt - now;
      }
      return lengthMs;
    },
  };
}
