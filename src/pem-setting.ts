import { readFileSync } from 'node:fs';
import type { Environment } from './origin-rule.js';

const pemLabels = {
  certificate: /BEGIN CERTIFICATE/,
  privateKey: /BEGIN .*PRIVATE KEY/,
} as const;

/** The text of the PEM file that a variable names; adds a fault and answers an empty text where it cannot be used. */
export function readPem(
  name: string,
  environment: Environment,
  label: keyof typeof pemLabels,
  faults: string[],
): string {
  try {
    const pem = readFileSync(environment[name] ?? '', 'utf8');
    if (pemLabels[label].test(pem)) return pem;
    faults.push(`${name} names a file that is not what is meant. Write the path of a PEM file.`);
  } catch {
    faults.push(`${name} names a file that cannot be read. Write the path of a PEM file.`);
  }
  return '';
}
