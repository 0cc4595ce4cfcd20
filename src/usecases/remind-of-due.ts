import { createDutyCalendar } from '../domain/duty-calendar.js';
import { wholeSecond } from '../domain/instant.js';
import { theSystem } from '../domain/person.js';
import { dueReminders, remind } from '../domain/remind.js';
import { contextOf } from './act-context-now.js';
import type { ActPorts } from './act-on-proposal.js';
import { changeProposal } from './change-proposal.js';
import type { FaultLog } from './ports.js';

const lookedAtOnce = 1_000;

/**
 * The sweep of reminders: whatever is awaited and due is reminded of by one conditional write per proposal, which
 * freezes whom it reaches. Several processes may sweep: the second finds it done. `breathe` lets others have a turn.
 */
export async function remindOfDue(
  ports: ActPorts,
  onFault: FaultLog,
  breathe: () => Promise<void>,
): Promise<void> {
  const { register, clock, isHoliday } = ports;
  const at = wholeSecond(clock.now());
  const calendar = createDutyCalendar(isHoliday, register.campaigns());
  for (const [index, { value }] of register.proposals().entries()) {
    if (index % lookedAtOnce === lookedAtOnce - 1) await breathe();
    if (dueReminders(value, at, calendar).length === 0) continue;
    try {
      await changeProposal(ports, value.id, (proposal) =>
        remind(proposal, { by: theSystem, at }, contextOf(ports, proposal), calendar),
      );
    } catch (fault) {
      onFault(`reminding of ${value.number}`, fault);
    }
  }
}
