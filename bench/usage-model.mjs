import { usualPlans } from '../dist/server/graph/poll-plans.js';

/** The day of the usage model (docs/performance.md): so many hours of it somebody uses the product. */
const activeHours = 10;
const campaignDays = 42;
const minute = 60_000;

/** Units that the polls of a day cost by their plan: one each. */
export function pollUnitsPerDay(plans = Object.values(usualPlans)) {
  const [active, idle] = [activeHours * 60 * minute, (24 - activeHours) * 60 * minute];
  return plans.reduce((sum, { activeMs, idleMs }) => sum + active / activeMs + idle / idleMs, 0);
}

/** Units of a day of the model: submits of a campaign's day, decisions published one by one with their ledger, polls. */
export function unitsPerDay(size, { submit, decide, publish, ledger }) {
  const submits = size / campaignDays;
  const changes = Math.max(50, (4 * size) / 365);
  return submits * submit + changes * (decide + publish + ledger) + pollUnitsPerDay();
}
