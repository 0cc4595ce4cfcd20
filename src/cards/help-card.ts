import type { Locale } from '../domain/conversation.js';
import type { Masters } from '../domain/masters.js';
import { type HeldRole, type Role, roles } from '../domain/member.js';
import { cardTexts } from '../text/card-texts.js';
import { commandTexts } from '../text/command-texts.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, drawCard, mineLink, triageLink } from './card-frame.js';
import { commandButtons } from './command-buttons.js';
import type { Fact } from './decision-facts.js';
import { officeLabel } from './labels.js';

/** Help for one person. */
export interface HelpInput {
  readonly locale: Locale;
  readonly masters: Masters;
  /** What the person holds now. */
  readonly held: readonly HeldRole[];
  /** Whether a campaign takes the proposals of this person now. */
  readonly mayPropose: boolean;
}

/** Roles that hold for a department. */
const ofOffices: ReadonlySet<Role> = new Set(['owner', 'head']);

function roleWords({ locale, held, masters }: HelpInput, role: Role): string {
  const { office, between } = commandTexts[locale].help;
  const offices = held.flatMap(({ role: each, departmentId }) =>
    each === role && ofOffices.has(role) && departmentId
      ? [officeLabel({ departmentId }, masters, locale)]
      : [],
  );
  const word = terms[locale].role[role];
  return offices.length === 0 ? word : office(word, offices.join(between));
}

function roleFacts(input: HelpInput): readonly Fact[] {
  const { locale, held } = input;
  const texts = commandTexts[locale].help;
  const own = roles.filter((role) => held.some((each) => each.role === role));
  if (own.length === 0) return [];
  const named = own.map((role) => roleWords(input, role)).join(texts.between);
  const acts = own.flatMap((role) => {
    const value = texts.byRole[role];
    return value === undefined ? [] : [{ title: terms[locale].role[role], value }];
  });
  const seen = new Set<string>();
  const once = acts.filter(({ value }) => !seen.has(value) && seen.add(value));
  return [{ title: texts.roles, value: named }, ...once];
}

/** ヘルプ: every command with what it does, and what this person may do beside. */
export function helpCard(frame: CardFrame, input: HelpInput): OutgoingCard {
  const { locale, held, mayPropose } = input;
  const { help } = cardTexts[locale];
  const { commands, closed, triage } = commandTexts[locale].help;
  const [propose, ...others] = commands;
  const first = propose && !mayPropose ? [{ ...propose, value: closed }] : [propose];
  const isSecretariat = held.some(({ role }) => role === 'secretariat');
  return drawCard(frame, 'help', locale, help.headline, {
    headline: help.headline,
    intro: help.intro,
    hasFacts: true,
    facts: [...first, ...others, ...roleFacts(input)],
    privacy: help.privacy,
    commands: mayPropose ? commandButtons(locale, 'propose') : [],
    links: [mineLink(frame, locale), ...(isSecretariat ? [triageLink(frame, locale, triage)] : [])],
  });
}
