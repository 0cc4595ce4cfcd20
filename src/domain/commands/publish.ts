import { schedulePublication, undoPublication } from '../publication.js';
import type { Command } from './command.js';

/** 公表する: due in ten seconds, of exactly the working state that was seen. */
export const publish: Command = (proposal, _form, act, context) =>
  schedulePublication(proposal, act, context);

/** 取り消す: takes a publication back before it is carried out. */
export const undoPublish: Command = (proposal, _form, act, context) =>
  undoPublication(proposal, act, context);
