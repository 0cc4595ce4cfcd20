import { useEffect, useState } from 'react';
import { type DraftWriter, openDraftWriter, type Saving } from './draft-writer.js';
import type { OpenForm } from './typed-form.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

/** The saving of a form, which also happens when the page is left and when the line is back. */
export function useDraftSaving(
  personId: string,
  open: OpenForm,
): { readonly saving: Saving; readonly writer: DraftWriter } {
  const { client } = useProposeSurroundings();
  const [saving, setSaving] = useState<Saving>({ kind: open.isUnsaved ? 'unsaved' : 'none' });
  const [writer] = useState(() => openDraftWriter({ client, personId, open, tell: setSaving }));

  useEffect(() => {
    const now = () => void writer.save();
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') now();
    };
    window.addEventListener('online', now);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', whenHidden);
      now();
    };
  }, [writer]);

  return { saving, writer };
}
