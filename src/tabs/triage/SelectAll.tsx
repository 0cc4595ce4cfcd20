import { Checkbox } from '@fluentui/react-components';
import type { Desk } from './use-desk.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

/** Selects every row in the list, or none. */
export function SelectAll({ desk }: { desk: Desk }) {
  const { words } = useTriageSurroundings();
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
