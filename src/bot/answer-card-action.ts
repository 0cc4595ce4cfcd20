import { z } from 'zod';
import { verbs } from '../cards/card.js';
import { readRefresh } from '../cards/read-submission.js';
import { refusalText } from '../text/refusal-texts.js';
import { answerSettings } from './answer-settings.js';
import { answerSubmit } from './answer-submit.js';
import { answerWithCard, answerWithError } from './invoke-answers.js';
import { receiptCardFor, statusCardFor, visibleProposal } from './show-proposal.js';
import type { BotPorts, Turn, TurnAnswer, TurnHandler } from './turn.js';

const actionShape = z.object({
  action: z.object({ verb: z.string().max(64), data: z.unknown().optional() }),
});

/** A card asks for the published state it stands for. */
function answerRefresh(ports: BotPorts, { speaker }: Turn, data: unknown): TurnAnswer {
  const asked = readRefresh(data);
  const proposal = asked && visibleProposal(ports, speaker, asked.number);
  if (!asked || !proposal) {
    return { invoke: answerWithError(404, refusalText({ code: 'not-found' }, speaker.locale)) };
  }
  const isReceipt = asked.as === 'receipt' && proposal.proposer.personId === speaker.personId;
  const draw = isReceipt ? receiptCardFor : statusCardFor;
  return { invoke: answerWithCard(draw(ports, speaker, proposal).card) };
}

/** Action.Execute: the verbs of our cards, in the person's own chat; anything else is refused. */
export const answerCardAction: TurnHandler = async (ports, turn) => {
  const { locale } = turn.speaker;
  const read = actionShape.safeParse(turn.activity.value);
  const refused = { invoke: answerWithError(400, refusalText({ code: 'form-not-yours' }, locale)) };
  if (!read.success || !turn.isPersonal) return refused;
  const { verb, data } = read.data.action;
  switch (verb) {
    case verbs.submit:
    case verbs.draft:
      return answerSubmit(ports, turn, data);
    case verbs.refresh:
      return answerRefresh(ports, turn, data);
    case verbs.keepSettings:
      return answerSettings(ports, turn, data);
    default:
      return refused;
  }
};
