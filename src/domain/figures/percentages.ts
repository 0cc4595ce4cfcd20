/**
 * Shares of a whole in percent with one decimal that add up to exactly 100.0 (largest remainder). Of equal remainders
 * the earlier one is rounded up. All zero where there is nothing to share.
 */
export function percentages(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 1000) / total);
  const floors = exact.map(Math.floor);
  const left = 1000 - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, left);
  const raised = new Set(byRemainder.map(({ index }) => index));
  return floors.map((floor, index) => (floor + (raised.has(index) ? 1 : 0)) / 10);
}
