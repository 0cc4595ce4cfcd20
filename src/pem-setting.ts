import { readFileSync } from 'node:fs';
import type { SettingFault, SettingName } from './domain/health/setting-fault.js';
import type { Environment } from './origin-rule.js';

const pemLabels = {
  certificate: /BEGIN CERTIFICATE/,
  privateKey: /BEGIN .*PRIVATE KEY/,
} as const;

/** The text of the PEM file that a variable names; adds a fault and answers an empty text where it cannot be used. */
export function readPem(
  name: SettingName,
  environment: Environment,
  label: keyof typeof pemLabels,
  faults: SettingFault[],
): string {
  try {
    const pem = readFileSync(environment[name] ?? '', 'utf8');
    if (pemLabels[label].test(pem)) return pem;
    faults.push({ code: 'pem-unfit', name });
  } catch {
    faults.push({ code: 'pem-unreadable', name });
  }
  return '';
}
