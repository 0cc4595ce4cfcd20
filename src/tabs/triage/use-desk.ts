import { useCallback, useMemo, useState } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { TriageAnswer, TriageItem, TriageRow } from '../../contract/triage-answers.js';
import type { Instant } from '../../domain/instant.js';
import { useSurroundings } from '../shell/surroundings.js';
import type { DecisionDraft } from './decision-draft.js';
import {
  countStates,
  noFilter,
  type QueueCounts,
  type QueueFilter,
  visibleRows,
  withNewer,
} from './queue-view.js';

/** Which of the parts a narrow screen shows. */
export type DeskPage = 'list' | 'item' | 'decide';

/** The state of the triage desk and the ways to change it. */
export interface Desk {
  readonly masters: MastersAnswer;
  /** The queue, newest knowledge of each row. */
  readonly rows: readonly TriageRow[];
  readonly counts: QueueCounts;
  /** 要確認: proposals whose items in SharePoint are not as the product wrote them. */
  readonly toCheck: ReadonlySet<string>;
  /** Now is quiet time: whatever is published now is told from then on. */
  readonly quietUntil: Instant | undefined;
  readonly filter: QueueFilter;
  readonly setFilter: (change: Partial<QueueFilter>) => void;
  readonly visible: readonly TriageRow[];
  /** The number being read. */
  readonly current: string | undefined;
  readonly item: TriageItem | undefined;
  readonly open: (number: string | undefined, page?: DeskPage) => void;
  /** To the next (1) or previous (-1) visible row. */
  readonly move: (step: 1 | -1) => void;
  readonly checked: ReadonlySet<string>;
  readonly check: (numbers: readonly string[], on: boolean) => void;
  /** Takes over what an answer said about items. */
  readonly accept: (items: readonly TriageItem[]) => void;
  readonly drafts: ReadonlyMap<string, DecisionDraft>;
  /** Keeps what was typed for a number; undefined forgets it. */
  readonly keepDraft: (number: string, draft: DecisionDraft | undefined) => void;
  readonly page: DeskPage;
  readonly setPage: (page: DeskPage) => void;
  /** Publications asked for here, whose undo takes the focus once. */
  readonly startedHere: ReadonlySet<string>;
  readonly noteStarted: (number: string) => void;
}

function withChange<T>(old: ReadonlySet<T>, values: readonly T[], on: boolean): ReadonlySet<T> {
  const changed = new Set(old);
  for (const value of values) {
    if (on) changed.add(value);
    else changed.delete(value);
  }
  return changed;
}

function useQueue(queue: TriageAnswer) {
  const { clock } = useSurroundings();
  const [items, setItems] = useState<ReadonlyMap<string, TriageItem>>(new Map());
  const accept = useCallback(
    (news: readonly TriageItem[]) => {
      // The server's clock had reached the last entry of each trail.
      for (const { trail } of news) clock.note(trail.at(-1)?.occurredAt ?? 0);
      setItems((old) => {
        const fresh = news.filter((item) => item.seq >= (old.get(item.number)?.seq ?? 0));
        return new Map([...old, ...fresh.map((item) => [item.number, item] as const)]);
      });
    },
    [clock],
  );
  const rows = useMemo(() => withNewer(queue.rows, items), [queue.rows, items]);
  const counts = useMemo(() => countStates(rows), [rows]);
  return { items, accept, rows, counts };
}

function useDrafts() {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, DecisionDraft>>(new Map());
  const keepDraft = useCallback((number: string, draft: DecisionDraft | undefined) => {
    setDrafts((old) => {
      const kept = new Map(old);
      if (draft) kept.set(number, draft);
      else kept.delete(number);
      return kept;
    });
  }, []);
  return { drafts, keepDraft };
}

/** The triage desk over the present queue. */
export function useDesk(
  queue: TriageAnswer,
  masters: MastersAnswer,
  opened: string | undefined,
): Desk {
  const { items, accept, rows, counts } = useQueue(queue);
  const { drafts, keepDraft } = useDrafts();
  const [filter, setWholeFilter] = useState<QueueFilter>(noFilter);
  const [chosen, setChosen] = useState(opened);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [startedHere, setStartedHere] = useState<ReadonlySet<string>>(new Set());
  const [page, setPage] = useState<DeskPage>(opened === undefined ? 'list' : 'item');

  const toCheck = useMemo(() => new Set(queue.toCheck), [queue.toCheck]);
  const visible = useMemo(() => visibleRows(rows, filter), [rows, filter]);
  const current = chosen ?? visible[0]?.number;
  const open = (number: string | undefined, to: DeskPage = 'item') => {
    setChosen(number);
    setPage(number === undefined ? 'list' : to);
  };
  const move = (step: 1 | -1) => {
    const index = visible.findIndex((row) => row.number === current);
    const next = visible[index < 0 ? 0 : index + step];
    if (next) setChosen(next.number);
  };

  return {
    masters,
    rows,
    counts,
    toCheck,
    quietUntil: queue.quietUntil,
    filter,
    setFilter: (change) => setWholeFilter((old) => ({ ...old, ...change })),
    visible,
    current,
    item: current === undefined ? undefined : items.get(current),
    open,
    move,
    checked,
    check: (numbers, on) => setChecked((old) => withChange(old, numbers, on)),
    accept,
    drafts,
    keepDraft,
    page,
    setPage,
    startedHere,
    noteStarted: (number) => setStartedHere((old) => withChange(old, [number], true)),
  };
}
