import { Checkbox } from '@fluentui/react-components';
import { useSurroundings } from '../shell/surroundings.js';
import type { Desk } from './use-desk.js';

/** Selects every row in the list, or none. */
export function SelectAll({ desk }: { desk: Desk }) {
  const { words } = useSurroundings();
  const marked = desk.visible.filter((row) => desk.checked.has(row.number)).length;
  const all = marked === desk.visible.length;
  const numbers = desk.visible.map((row) => row.number);
  return (
    <Checkbox
      checked={all || (marked > 0 ? 'mixed' : false)}
      aria-label={words.triage.selectAll}
      onChange={() => desk.check(numbers, !all)}
    />
  );
}
