import type { OutgoingCard } from '../../cards/card.js';
import type { FoundRow } from '../../cards/found-card.js';
import { standingOf } from '../../domain/capacity.js';
import type { Proposal } from '../../domain/proposal.js';
import { publishedHead } from '../../domain/published-view.js';
import { commandTexts } from '../../text/command-texts.js';
import { extensionTexts } from '../../text/extension-texts.js';
import { measureTexts } from '../../text/measure-texts.js';
import { terms } from '../../text/terms.js';
import { type FoundMeasure, findMeasures } from '../../usecases/find-measures.js';
import { findProposals } from '../../usecases/find-proposals.js';
import { actOfSpeaker } from '../show-proposal.js';
import type { BotPorts, Speaker } from '../turn.js';

const rowsPerPage = 6;

function proposalRow(
  { register }: BotPorts,
  { personId, locale }: Speaker,
  proposal: Proposal,
): FoundRow {
  const { number, content, status } = publishedHead(proposal);
  const statusName = terms[locale].status[status];
  const endorsers = register.endorsementCount(proposal.id);
  const { endorsed, people } = extensionTexts[locale];
  const marks = [
    ...(endorsers === 0 ? [] : [`${endorsed} ${people(endorsers)}`]),
    ...(standingOf(proposal, personId) ? [commandTexts[locale].search.own] : []),
  ];
  return {
    title: content.title,
    line: [number, statusName, ...marks].join('　'),
    status,
    statusName,
    press: { command: 'status', number },
  };
}

function measureRow({ locale }: Speaker, { measure, inForce }: FoundMeasure): FoundRow {
  const { kind, title } = inForce.state.content;
  const { measure: word, rule } = extensionTexts[locale];
  const statusName = measureTexts[locale].card.inForce;
  return {
    title,
    line: [kind === 'rule' ? rule : word, statusName].join('　'),
    status: 'realised',
    statusName,
    press: { command: 'measure', measure: measure.id },
  };
}

/** What is cut out of two lists that stand behind each other. */
function pageOf<A, B>(
  first: { readonly found: number; readonly page: readonly A[] },
  second: (from: number, limit: number) => readonly B[],
  from: number,
): readonly (A | B)[] {
  const left = rowsPerPage - first.page.length;
  return left === 0
    ? first.page
    : [...first.page, ...second(Math.max(0, from - first.found), left)];
}

/**
 * さがす: among what this person may see, proposals first, then what was done and the rules. The answer stands in the
 * own chat alone.
 */
export function foundCardFor(
  ports: BotPorts,
  speaker: Speaker,
  words: string,
  from: number,
): OutgoingCard {
  const { register, cards, clock } = ports;
  const narrow = { statuses: [], categoryIds: [], costs: [] };
  const proposals = findProposals(register, actOfSpeaker(ports, speaker, clock.now()), {
    ...narrow,
    words,
    order: 'relevance',
    from,
    limit: rowsPerPage,
  });
  const done = (['measures', 'rules'] as const).flatMap(
    (among) => findMeasures(register, { words, among, from: 0, limit: Infinity }).page,
  );
  const found = proposals.found + done.length;
  const rows = pageOf(
    {
      found: proposals.found,
      page: proposals.page.map((proposal) => proposalRow(ports, speaker, proposal)),
    },
    (start, limit) => done.slice(start, start + limit).map((each) => measureRow(speaker, each)),
    from,
  );
  const next = from + rows.length < found && rows.length > 0 ? from + rows.length : undefined;
  const { isComplete } = proposals;
  return cards.found({ locale: speaker.locale, words, found, isComplete, rows, next });
}
