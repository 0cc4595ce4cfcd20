import { Badge } from '@fluentui/react-components';
import type { OfficeRow } from './office-rows.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

/** Working days from which on a due date is near: a week. */
const soonDays = 5;

/** How many working days are left, or by how many the day has passed; nothing where nobody waits. */
export function DueMark({ row }: { row: OfficeRow }) {
  const { words } = useOfficeSurroundings();
  const { daysLeft, answeredAt, isOver } = row;
  if (isOver) {
    return (
      <Badge appearance="tint" color="informative">
        {words.office.over}
      </Badge>
    );
  }
  if (daysLeft === undefined || answeredAt !== undefined) return null;
  if (daysLeft < 0) {
    return (
      <Badge appearance="tint" color="danger">
        {words.office.daysPast(-daysLeft)}
      </Badge>
    );
  }
  return (
    <Badge appearance="tint" color={daysLeft <= soonDays ? 'warning' : 'informative'}>
      {daysLeft === 0 ? words.office.today : words.office.daysLeft(daysLeft)}
    </Badge>
  );
}
