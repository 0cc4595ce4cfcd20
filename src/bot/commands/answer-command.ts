import type { OutgoingCard } from '../../cards/card.js';
import { openCampaign } from '../../domain/campaign.js';
import { standingOf } from '../../domain/capacity.js';
import { versionInForce } from '../../domain/measures/published-measure.js';
import { choicesOf } from '../../domain/preference.js';
import { publishedHead } from '../../domain/published-view.js';
import { commandTexts } from '../../text/command-texts.js';
import { refusalText } from '../../text/refusal-texts.js';
import { measureHit } from '../extension/shared-hits.js';
import { draftsFor, openDraft } from '../open-draft.js';
import { openForm } from '../open-form.js';
import { actOfSpeaker, statusCardFor, visibleProposal } from '../show-proposal.js';
import type { BotPorts, Speaker } from '../turn.js';
import type { Command } from './read-command.js';
import { figuresCardFor } from './show-figures.js';
import { foundCardFor } from './show-found.js';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

type Answers = {
  readonly [K in Command['kind']]: (
    ports: BotPorts,
    speaker: Speaker,
    command: Of<K>,
  ) => OutgoingCard;
};

function gone({ cards }: BotPorts, { locale }: Speaker, text: string): OutgoingCard {
  return cards.notice(locale, text, ['mine', 'search', 'help']);
}

function statusOf(ports: BotPorts, speaker: Speaker, number: string): OutgoingCard {
  const proposal = visibleProposal(ports, speaker, number);
  return proposal
    ? statusCardFor(ports, speaker, proposal)
    : gone(ports, speaker, refusalText({ code: 'not-found' }, speaker.locale));
}

function measureOf(ports: BotPorts, speaker: Speaker, id: string): OutgoingCard {
  const measure = ports.register.measure(id)?.value;
  const inForce = measure && versionInForce(measure);
  return inForce
    ? measureHit(ports, speaker, { measure, inForce }).card
    : gone(ports, speaker, commandTexts[speaker.locale].measureGone);
}

function ownProposals({ register, cards }: BotPorts, { personId, locale }: Speaker): OutgoingCard {
  const own = register.contributionsOf(personId).map(({ value }) => ({
    view: publishedHead(value),
    as: standingOf(value, personId) ?? 'proposer',
  }));
  return cards.myProposals(locale, own);
}

function helpFor(ports: BotPorts, speaker: Speaker): OutgoingCard {
  const { register, cards, clock } = ports;
  const { personId, locale } = speaker;
  const now = clock.now();
  const department = register.profile(personId)?.value.departmentId;
  return cards.help({
    locale,
    masters: register.masters(),
    held: actOfSpeaker(ports, speaker, now).roles,
    mayPropose: openCampaign(register.campaigns(), now, department) !== undefined,
  });
}

const answers: Answers = {
  greet: ({ cards, register, clock }, { locale }) =>
    cards.welcome(locale, openCampaign(register.campaigns(), clock.now())),
  propose: openFormFor,
  draft: (ports, speaker, { text }) => openForm(ports, speaker, text),
  'open-draft': (ports, speaker, { id }) => openDraft(ports, speaker, id),
  mine: ownProposals,
  status: (ports, speaker, { number }) => statusOf(ports, speaker, number),
  search: ({ cards }, { locale }) =>
    cards.found({ locale, words: '', found: 0, isComplete: true, rows: [] }),
  find: (ports, speaker, { words, from }) => foundCardFor(ports, speaker, words, from),
  measure: (ports, speaker, { id }) => measureOf(ports, speaker, id),
  progress: (ports, speaker, { campaignId }) => figuresCardFor(ports, speaker, campaignId),
  settings: ({ cards, register }, { locale, personId }) =>
    cards.settings({ locale, choices: choicesOf(register.preference(personId)?.value) }),
  drafts: draftsFor,
  help: helpFor,
  menu: ({ cards }, { locale }) => cards.menu(locale),
};

function openFormFor(ports: BotPorts, speaker: Speaker): OutgoingCard {
  return openForm(ports, speaker);
}

/** The card that answers a command in the person's own chat. */
export function answerCommand<K extends Command['kind']>(
  ports: BotPorts,
  speaker: Speaker,
  command: Of<K> & { readonly kind: K },
): OutgoingCard {
  return answers[command.kind](ports, speaker, command);
}
