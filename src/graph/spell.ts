import type { Instant } from '../domain/instant.js';
import type { Clock } from '../usecases/ports.js';

/** A time during which something holds, made longer for as long as it is said again. */
export interface Spell {
  /** It holds for so many milliseconds from now. */
  lasts(milliseconds: number): void;
  /** Since when it has held without an end; undefined where it does not hold now. */
  since(): Instant | undefined;
}

/** Opens a spell that has not begun. A clock set back ends it: it is said again soon if it is still so. */
export function openSpell(clock: Clock): Spell {
  let begunAt: Instant = 0;
  let saidAt: Instant = 0;
  let endsAt: Instant = 0;
  const holds = (): boolean => clock.now() >= saidAt && clock.now() < endsAt;
  return {
    lasts(milliseconds) {
      const now = clock.now();
      if (!holds()) {
        begunAt = now;
        endsAt = now;
      }
      saidAt = now;
      endsAt = Math.max(endsAt, now + milliseconds);
    },
    since: () => (holds() ? begunAt : undefined),
  };
}
