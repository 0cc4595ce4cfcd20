import type { z } from 'zod';
import { type SettingFault, settingNames, valueFault } from './domain/health/setting-fault.js';
import type { Environment } from './origin-rule.js';

/** What does not fit its setting, one fault each, in the order of the settings. */
export function shapeFaults(error: z.ZodError, environment: Environment): readonly SettingFault[] {
  const wrong = new Set(error.issues.map(({ path }) => path[0]));
  return settingNames
    .filter((name) => wrong.has(name))
    .map((name) => valueFault(name, environment[name]));
}
