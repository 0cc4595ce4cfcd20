import type { Refusal } from '../refusal.js';
import { kindOfEnding } from './attachment.js';

const endingsWithMacros: ReadonlySet<string> = new Set([
  ...['docm', 'dotm', 'xlsm', 'xltm', 'xlsb', 'xlam', 'pptm', 'potm', 'ppsm', 'ppam'],
]);

/** Why no file with this ending of its name (without its dot) is taken; undefined where it may be looked at. */
export function refuseEnding(ending: string): Refusal | undefined {
  if (endingsWithMacros.has(ending.toLowerCase())) return { code: 'attachment-macros' };
  return kindOfEnding(ending) ? undefined : { code: 'attachment-kind-unknown' };
}
