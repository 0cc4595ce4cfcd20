import { openCampaign } from '../../domain/campaign.js';
import { extensionTexts } from '../../text/extension-texts.js';
import { refusalText } from '../../text/refusal-texts.js';
import { answerWithError } from '../invoke-answers.js';
import { newForm } from '../open-form.js';
import type { TurnHandler } from '../turn.js';
import { answerInDialog, answerSentence, notesOn } from './quote-answers.js';
import { proposeCommand, readQuoted } from './read-quoted.js';

/** composeExtension/fetchTask: 提案にする opens the form with the text of the message in 提案内容. */
export const openQuote: TurnHandler = async (ports, { activity, speaker }) => {
  const { locale, personId } = speaker;
  const { register, clock, cards } = ports;
  const texts = extensionTexts[locale];
  const quoted = readQuoted(activity.value);
  if (!quoted) return { invoke: answerWithError(400, texts.notUnderstood) };
  if (quoted.commandId !== proposeCommand) {
    return { invoke: answerSentence(ports, speaker, texts.unknownCommand) };
  }
  // Without a chat no receipt could follow, so nothing is written into a form that must not be sent.
  if (!register.conversation(personId)?.value.active) {
    return { invoke: answerSentence(ports, speaker, texts.quote.noChat) };
  }
  const department = register.profile(personId)?.value.departmentId;
  const campaign = openCampaign(register.campaigns(), clock.now(), department);
  if (!campaign) {
    const text = refusalText({ code: 'no-open-campaign' }, locale);
    return { invoke: answerSentence(ports, speaker, text) };
  }
  const { title, text, rest } = quoted;
  const form = newForm(ports, speaker, campaign, {
    ...(title !== '' && { title }),
    proposedContent: text,
  });
  const notes = notesOn(quoted, speaker);
  return { invoke: answerInDialog(speaker, cards.quoteDialog({ locale, form, notes, rest })) };
};
