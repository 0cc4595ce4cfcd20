import { useAnnounce } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { focusWhenDrawn } from '../shell/focus-when-drawn.js';
import { ActFailureBar } from './ActFailureBar.js';
import { places } from './places.js';
import { UndoBar } from './UndoBar.js';
import { useAct } from './use-act.js';
import type { Desk } from './use-desk.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

/** How often a pending publication is looked at, since the server alone knows when it is out. */
const lookEveryMs = 1_000;

/** At most so many bars; the others stand in the list as 手続中. */
const mostBars = 3;

/** Says once that what was started here is out, and does not leave the focus behind in a bar that went. */
function useToldWhenOut(desk: Desk, numbers: string): void {
  const { words } = useTriageSurroundings();
  const { announce } = useAnnounce();
  const before = useRef<readonly string[]>([]);
  const { rows, startedHere } = desk;
  useEffect(() => {
    const pending = numbers.split(' ').filter(Boolean);
    const gone = before.current.filter((number) => !pending.includes(number));
    before.current = pending;
    for (const number of gone.filter((each) => startedHere.has(each))) {
      const row = rows.find((each) => each.number === number);
      if (row?.publication.state !== 'published') continue;
      announce(words.decide.published(number), { polite: true });
    }
    if (gone.length > 0 && document.activeElement === document.body) focusWhenDrawn(places.item);
  }, [numbers, rows, startedHere, announce, words]);
}

/** Publications on their way out, each with its undo. `onDue` fetches the queue anew. */
export function UndoBars({ desk, onDue }: { desk: Desk; onDue: () => void }) {
  const { client, words } = useTriageSurroundings();
  const act = useAct(desk);
  const pending = desk.rows.filter((row) => row.publication.state === 'pending');
  const numbers = pending.map((row) => row.number).join(' ');
  const { accept } = desk;
  useToldWhenOut(desk, numbers);

  useEffect(() => {
    if (numbers === '') return;
    const look = () => {
      for (const number of numbers.split(' ').slice(0, mostBars)) {
        void client.triageItem(number).then((answer) => {
          if (answer.ok) accept([answer.value]);
        });
      }
    };
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [numbers, client, accept]);

  const undo = async (number: string) => {
    const undone = await act.run(
      () => client.undoPublication(number),
      () => words.decide.undone(number),
    );
    if (undone) focusWhenDrawn(places.item);
    else onDue();
  };

  return (
    <>
      {pending
        .slice(0, mostBars)
        .map(
          ({ number, publication }) =>
            publication.state === 'pending' && (
              <UndoBar
                key={number}
                number={number}
                due={publication.due}
                quietUntil={desk.quietUntil}
                takesFocus={desk.startedHere.has(number)}
                busy={act.busy}
                onUndo={() => void undo(number)}
              />
            ),
        )}
      <ActFailureBar failed={act.failed} onReload={act.forget} />
    </>
  );
}
