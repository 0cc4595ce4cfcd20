import { randomInt } from 'node:crypto';

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A number to quote, `7K2Q-M4PD`, written to the log beside the fault it stands for. */
export function referenceNumber(): string {
  const part = (): string =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${part()}-${part()}`;
}
