import { createDutyCalendar } from '../domain/duty-calendar.js';
import { wholeSecond } from '../domain/instant.js';
import { theSystem } from '../domain/person.js';
import { dueReminders, remind } from '../domain/remind.js';
import { contextOf } from './act-context-now.js';
import type { ActPorts } from './act-on-proposal.js';
import { changeProposal } from './change-proposal.js';
import type { FaultLog } from './ports.js';

/**
 * The sweep of reminders: whatever is awaited and due is reminded of by one conditional write per proposal, which
 * freezes whom it reaches. Several processes may sweep: the second finds it done.
 */
export async function remindOfDue(ports: ActPorts, onFault: FaultLog): Promise<void> {
  const { register, clock, isHoliday } = ports;
  const at = wholeSecond(clock.now());
  const calendar = createDutyCalendar(isHoliday, register.campaigns());
  const due = register
    .proposals()
    .filter(({ value }) => dueReminders(value, at, calendar).length > 0);
  for (const { value } of due) {
    try {
      await changeProposal(ports, value.id, (proposal) =>
        remind(proposal, { by: theSystem, at }, contextOf(ports, proposal), calendar),
      );
    } catch (fault) {
      onFault(`reminding of ${value.number}`, fault);
    }
  }
}
