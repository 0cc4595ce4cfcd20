import type { Act } from '../act.js';
import type { ActContext } from '../act-context.js';
import type { FieldName } from '../field-fault.js';
import type { Proposal } from '../proposal.js';
import type { Result } from '../result.js';

/** What a person filled in, as typed. Which fields a command reads stands in its own file. */
export type ActForm = Readonly<Partial<Record<FieldName, string>>>;

/**
 * One thing that can be done with a proposal: the proposal after it, or the reason why not. Who may do it, from which
 * status and what must be supplied is checked inside, every time it runs.
 */
export type Command = (
  proposal: Proposal,
  form: ActForm,
  act: Act,
  context: ActContext,
) => Result<Proposal>;
