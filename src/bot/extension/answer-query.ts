import { extensionTexts } from '../../text/extension-texts.js';
import { terms } from '../../text/terms.js';
import { findMeasures } from '../../usecases/find-measures.js';
import { findForEverybody } from '../../usecases/find-proposals.js';
import { answerWithError } from '../invoke-answers.js';
import type { BotPorts, Turn, TurnHandler } from '../turn.js';
import { answerWithHits, answerWithSentence, type Hit } from './extension-answers.js';
import { type Among, type ExtensionQuery, readQuery } from './read-query.js';
import { measureHit, proposalHit } from './shared-hits.js';

/** What a search looks for is put before everybody, so it finds what everybody finds, whoever asks. */
function hitsOf(ports: BotPorts, turn: Turn, among: Among, query: ExtensionQuery): readonly Hit[] {
  const { words, statuses, from, limit } = query;
  const { register } = ports;
  if (among === 'proposals') {
    const order = words === '' ? 'newest' : 'relevance';
    const every = { categoryIds: [], costs: [] };
    const { page } = findForEverybody(register, { words, statuses, order, from, limit, ...every });
    return page.map((proposal) => proposalHit(ports, turn.speaker, proposal));
  }
  const { page } = findMeasures(register, { words, among, from, limit });
  return page.map((found) => measureHit(ports, turn.speaker, found));
}

/** composeExtension/query: hits as cards for the conversation, or a sentence that says why there are none. */
export const answerQuery: TurnHandler = async (ports, turn) => {
  const texts = extensionTexts[turn.speaker.locale];
  const query = readQuery(turn.activity.value);
  if (!query) return { invoke: answerWithError(400, texts.notUnderstood) };
  const { among, words, from } = query;
  if (!among) return { invoke: answerWithSentence(texts.unknownCommand) };
  const hits = hitsOf(ports, turn, among, query);
  if (hits.length > 0 || from > 0) return { invoke: answerWithHits(hits) };
  const [status] = query.statuses;
  const sought = words || (status ? terms[turn.speaker.locale].status[status] : '');
  const why = sought === '' ? texts.nothing[among] : texts.nothingFor(sought);
  return { invoke: answerWithSentence(why) };
};
