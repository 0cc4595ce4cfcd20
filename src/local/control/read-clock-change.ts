import type { LocalClock } from '../clock.js';

/** Reads `{now?: ISO, offsetMs?, advanceMs?}` (exactly one of them) as the new offset in ms. */
export function readClockChange(
  body: Record<string, unknown>,
  clock: LocalClock,
): { offset: number } | { faults: string[] } {
  const given = Object.keys(body);
  if (given.length !== 1) return { faults: ['give exactly one of now, offsetMs, advanceMs'] };
  const { now, offsetMs, advanceMs } = body;
  if (typeof now === 'string') {
    const at = Date.parse(now);
    return Number.isNaN(at) ? { faults: ['now is not a time'] } : { offset: at - clock.real() };
  }
  if (typeof offsetMs === 'number') return { offset: offsetMs };
  if (typeof advanceMs === 'number') return { offset: clock.offset() + advanceMs };
  return { faults: [`${given[0]} is unknown or of the wrong type`] };
}
