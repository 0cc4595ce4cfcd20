import { z } from 'zod';
import { draftFields } from '../../domain/drafts/draft.js';
import type { OpenForm } from './typed-form.js';

const key = 'mebuki-unsaved-form';

const shape = z.object({
  personId: z.string(),
  token: z.string(),
  campaignId: z.string(),
  form: z.partialRecord(z.enum(draftFields), z.string()),
  seq: z.number(),
});

/**
 * What was typed and not saved yet, as long as this page of the browser is open: it outlives loading the page anew.
 * Where the browser keeps nothing, nothing is lost but that.
 */
export const unsavedForm = {
  keep(personId: string, open: OpenForm): void {
    try {
      window.sessionStorage.setItem(key, JSON.stringify({ personId, ...open }));
    } catch {
      // A browser may forbid it; the form on the screen is what counts.
    }
  },
  forget(): void {
    try {
      window.sessionStorage.removeItem(key);
    } catch {
      // As above: then there is nothing to forget either.
    }
  },
  /** What this person left. */
  find(personId: string): OpenForm | undefined {
    try {
      const read = shape.safeParse(JSON.parse(window.sessionStorage.getItem(key) ?? 'null'));
      if (!read.success || read.data.personId !== personId) return undefined;
      return { ...read.data, isUnsaved: true };
    } catch {
      return undefined;
    }
  },
};
