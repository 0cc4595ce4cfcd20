import { useState } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { OfficeItems } from '../../contract/office-answers.js';
import { focusWhenDrawn } from '../shell/focus-when-drawn.js';
import type { OfficeForm } from './office-fields.js';
import {
  firstSection,
  keyOf,
  type OfficeRow,
  places,
  rowId,
  type Section,
  sectionOf,
} from './office-rows.js';

/** The list of an office: what is shown of it, what is open, what is ticked and what is being written. */
export interface Office {
  readonly departments: readonly string[];
  readonly masters: MastersAnswer;
  readonly all: readonly OfficeRow[];
  /** Those of the part that is shown. */
  readonly rows: readonly OfficeRow[];
  readonly section: Section;
  readonly setSection: (section: Section) => void;
  /** The one that is open, also where it has left the part that is shown. */
  readonly current: OfficeRow | undefined;
  /** Keeps the one that is open open, although it may leave the part that is shown. */
  readonly hold: () => void;
  readonly open: (row: OfficeRow) => void;
  /** On a phone: back to the list. */
  readonly close: () => void;
  readonly checked: readonly OfficeRow[];
  readonly check: (keys: ReadonlySet<string>) => void;
  /** Whether those that are ticked are being answered together. */
  readonly isTogether: boolean;
  readonly setTogether: (is: boolean) => void;
  /** What was written and not sent, by act and row; kept while one looks at others. */
  readonly draft: (place: string) => OfficeForm;
  readonly keepDraft: (place: string, form: OfficeForm | undefined) => void;
  /** Asks the server for the list again. */
  readonly refresh: () => void;
}

interface OfficeParts {
  readonly items: OfficeItems;
  readonly masters: MastersAnswer;
  /** The number that a link leads to. */
  readonly opened: string | undefined;
  readonly opensFirst: boolean;
  readonly refresh: () => void;
}

function withoutOne<V>(map: ReadonlyMap<string, V>, key: string): Map<string, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** The state of the page. `opensFirst`: list and proposal stand side by side, so that one is always open. */
export function useOffice({ items, masters, opened, opensFirst, refresh }: OfficeParts): Office {
  const all = items.items;
  const [section, setSection] = useState(() => firstSection(all, opened));
  const [chosen, setChosen] = useState(() => {
    const linked = all.find(({ number }) => number === opened);
    return linked && keyOf(linked);
  });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [drafts, setDrafts] = useState<ReadonlyMap<string, OfficeForm>>(new Map());
  const [isTogether, setTogether] = useState(false);
  const rows = all.filter((row) => sectionOf(row) === section);
  const current = all.find((row) => keyOf(row) === chosen) ?? (opensFirst ? rows[0] : undefined);
  const hold = () => setChosen(current && keyOf(current));
  return {
    departments: items.departments,
    masters,
    all,
    rows,
    section,
    setSection: (next) => {
      setSection(next);
      setChosen(undefined);
      setTicked(new Set());
      setTogether(false);
    },
    current,
    hold,
    open: (row) => {
      setChosen(keyOf(row));
      setTogether(false);
      focusWhenDrawn(places.item);
    },
    close: () => {
      setChosen(undefined);
      if (chosen !== undefined) focusWhenDrawn(rowId(chosen));
    },
    checked: rows.filter((row) => ticked.has(keyOf(row))),
    check: setTicked,
    isTogether,
    setTogether,
    draft: (place) => drafts.get(place) ?? {},
    keepDraft: (place, form) => {
      hold();
      setDrafts((old) => (form ? new Map(old).set(place, form) : withoutOne(old, place)));
    },
    refresh,
  };
}
