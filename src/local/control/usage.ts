/** Calls and resource units since the last reset. */
export interface UsageReport {
  calls: number;
  units: number;
  byOperation: Record<string, { calls: number; units: number }>;
}

/** Counts the Graph calls that passed the bearer check, refused ones included. */
export interface Usage {
  count(operation: string, units: number): void;
  report(): UsageReport;
  reset(): void;
}

/** Counts from zero. */
export function createUsage(): Usage {
  const counted = new Map<string, { calls: number; units: number }>();
  return {
    count(operation, units) {
      const entry = counted.get(operation) ?? { calls: 0, units: 0 };
      counted.set(operation, { calls: entry.calls + 1, units: entry.units + units });
    },
    report() {
      const entries = [...counted.values()];
      return {
        calls: entries.reduce((sum, entry) => sum + entry.calls, 0),
        units: entries.reduce((sum, entry) => sum + entry.units, 0),
        byOperation: Object.fromEntries(counted),
      };
    },
    reset: () => counted.clear(),
  };
}
