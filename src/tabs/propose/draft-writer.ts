import type { Instant } from '../../domain/instant.js';
import type { Client } from '../client.js';
import type { Failure } from '../exchange.js';
import {
  isWritten,
  type OpenForm,
  type StoredDraft,
  saysTheSame,
  type TypedForm,
} from './typed-form.js';
import { unsavedForm } from './unsaved-form.js';

/** How a draft stands. */
export type Saving =
  | { readonly kind: 'none' | 'unsaved' | 'saving' }
  | { readonly kind: 'saved'; readonly at: Instant }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Saves a form as it is typed. */
export interface DraftWriter {
  /** Tells what is typed now. */
  typed(form: TypedForm): void;
  /** Saves now what is not saved; answers whether all of it is. */
  save(): Promise<boolean>;
  /** Saves over what another device has saved. */
  saveOver(present: StoredDraft): Promise<boolean>;
  /** Takes what another device has saved. */
  take(present: StoredDraft): void;
  /**
   * Saves nothing while something else is done with the form, not even what was begun before: a draft written behind
   * its own proposal would be found again as if it had never been sent.
   */
  quietly<T>(run: () => Promise<T>): Promise<T>;
  /** Nothing is to be saved any more. */
  end(): void;
}

interface WriterParts {
  readonly client: Pick<Client, 'saveDraft'>;
  readonly personId: string;
  readonly open: OpenForm;
  readonly tell: (saving: Saving) => void;
}

/** A pause after which is saved; nobody is saved more often than every half minute: each write costs the office units. */
const afterPauseMs = 2_000;
const atMostEveryMs = 30_000;

interface Held {
  form: TypedForm;
  /** What the server has. */
  stored: TypedForm | undefined;
  seq: number;
  savedAt: number;
  timer: number | undefined;
  running: Promise<void> | undefined;
  isQuiet: boolean;
  isOver: boolean;
}

function isSaved({ form, stored, isOver }: Held): boolean {
  return isOver || (stored ? saysTheSame(stored, form) : !isWritten(form));
}

/** One write of what is typed at this moment. */
async function write({ client, open, tell }: WriterParts, held: Held): Promise<void> {
  const { token, campaignId } = open;
  const { form, seq: seen } = held;
  tell({ kind: 'saving' });
  const answer = await client.saveDraft(token, { campaignId, form, seen });
  held.savedAt = Date.now();
  if (!answer.ok) return tell({ kind: 'failed', failure: answer.failure });
  held.seq = answer.value.seq;
  held.stored = form;
  if (!isSaved(held)) return tell({ kind: 'unsaved' });
  unsavedForm.forget();
  tell({ kind: 'saved', at: answer.value.savedAt });
}

/** Opens the saving of one form. */
export function openDraftWriter(parts: WriterParts): DraftWriter {
  const { personId, open, tell } = parts;
  const { form, seq } = open;
  const stored = seq > 0 && !open.isUnsaved ? form : undefined;
  const held: Held = {
    form,
    stored,
    seq,
    savedAt: 0,
    timer: undefined,
    running: undefined,
    isQuiet: false,
    isOver: false,
  };

  function saveLater(): void {
    window.clearTimeout(held.timer);
    if (held.isQuiet || isSaved(held)) return;
    const wait = Math.max(afterPauseMs, held.savedAt + atMostEveryMs - Date.now());
    held.timer = window.setTimeout(() => void save(), wait);
  }

  async function save(): Promise<boolean> {
    window.clearTimeout(held.timer);
    await held.running;
    if (isSaved(held)) return true;
    if (held.isQuiet) return false;
    held.running = write(parts, held);
    await held.running;
    return isSaved(held);
  }

  return {
    save,
    typed(next) {
      held.form = next;
      if (isSaved(held)) return;
      unsavedForm.keep(personId, { ...open, form: next, seq: held.seq });
      tell({ kind: 'unsaved' });
      saveLater();
    },
    async quietly(run) {
      held.isQuiet = true;
      await held.running;
      try {
        return await run();
      } finally {
        held.isQuiet = false;
        saveLater();
      }
    },
    saveOver(present) {
      held.seq = present.seq;
      return save();
    },
    take(present) {
      Object.assign(held, { form: present.form, stored: present.form, seq: present.seq });
      unsavedForm.forget();
      tell({ kind: 'saved', at: present.savedAt });
    },
    end() {
      window.clearTimeout(held.timer);
      held.isOver = true;
      unsavedForm.forget();
    },
  };
}
