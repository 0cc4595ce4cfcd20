import type { ActForm } from '../domain/commands/command.js';

/** Only what was filled in. */
export function filledForm(form: Readonly<Record<string, string | undefined>> = {}): ActForm {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
}
