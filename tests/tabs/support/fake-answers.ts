import { attachmentPart } from '../../../src/api/attachment-answer.js';
import type { MeAnswer } from '../../../src/contract/common-answers.js';
import type { MyProposalsAnswer, ProposalAnswer } from '../../../src/contract/proposal-answers.js';
import type {
  Publication,
  ReachAnswer,
  TriageAnswer,
  TriageItem,
} from '../../../src/contract/triage-answers.js';
import { type ActName, acts } from '../../../src/domain/acts.js';
import { isBeforeReview } from '../../../src/domain/before-review.js';
import { heldBecause } from '../../../src/domain/held-publication.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { canPublish } from '../../../src/domain/publication.js';
import { toldHold } from '../../../src/domain/publication-hold.js';
import type { Result } from '../../../src/domain/result.js';
import { publishedTrail } from '../../../src/domain/trail.js';
import { refusalText } from '../../../src/text/refusal-texts.js';
import { adminCall } from './fake-admin.js';
import { adopted, casebookOf } from './fake-casebook.js';
import { everyonesOf, supportersOf, supportOf, supportStatesByPath } from './fake-everyones.js';
import {
  did,
  type FakeAnswer,
  type FakeOffice,
  komorebi,
  mastersAnswer,
  proposed,
  release,
} from './fake-office.js';
import { campaignsOf, dotsOf, figuresOf, measuresOf, publicationsOf } from './fake-progress.js';
import { proposingCall } from './fake-proposing.js';
import { requestCall } from './fake-requests.js';
import { settingsCall } from './fake-settings.js';
import { type ActBody, type Locale, ok, refuse } from './fake-wire.js';

function publicationOf(proposal: Proposal): Publication {
  if (!proposal.decision) return { state: 'nothing' };
  if (proposal.publicationDue) return { state: 'pending', due: proposal.publicationDue.due };
  if (canPublish(proposal)) {
    const hold = heldBecause(proposal);
    return { state: 'unpublished', ...(hold && { held: toldHold(hold) }) };
  }
  return { state: 'published', at: proposal.published.at };
}

function itemOf(proposal: Proposal): TriageItem {
  const { number, content, status, receivedAt, decision, published, trail, reviewer } = proposal;
  const { receivedFor } = proposal;
  const plain = structuredClone({ decision, publishedDecision: published.decision });
  return JSON.parse(
    JSON.stringify({
      number,
      title: content.title,
      status,
      categoryId: content.categoryId,
      isDigital: content.isDigital,
      costNeeded: content.cost.needed,
      receivedAt,
      reviewerName: reviewer?.name,
      track: decision?.track,
      publication: publicationOf(proposal),
      seq: trail.length,
      content,
      receivedFor: receivedFor && {
        byName: receivedFor.by.name,
        route: receivedFor.route,
        throughOffice: true,
      },
      ...attachmentPart(proposal),
      decision: plain.decision,
      published: { status: published.status, at: published.at, decision: plain.publishedDecision },
      working: { requests: [], links: [] },
      trail: trail.map((entry) => ({
        seq: entry.seq,
        kind: entry.kind,
        occurredAt: entry.occurredAt,
        byName: entry.kind === 'received' ? undefined : entry.by.name,
        decision: 'decision' in entry ? entry.decision : undefined,
        due: 'due' in entry ? entry.due : undefined,
        held: 'because' in entry && entry.because ? toldHold(entry.because) : undefined,
      })),
    }),
  );
}

function myProposals(office: FakeOffice): MyProposalsAnswer {
  const rows = [...office.proposals.values()].reverse().map((proposal) => {
    const { number, published, receivedAt, content } = proposal;
    return {
      number,
      title: content.title,
      status: published.status,
      statusAt: published.at,
      receivedAt,
      as: 'proposer',
      supporters: 0,
      ...(published.decision && { decision: structuredClone(published.decision) }),
    };
  });
  const campaign = {
    title: '職員からのアイデア募集',
    closesAt: Date.parse('2026-11-30T15:00:00Z'),
    isSample: true,
  };
  const asOf = office.asOf ?? office.now;
  const answer = { asOf, proposals: rows, ...(office.hasCampaign && { campaign }) };
  return JSON.parse(JSON.stringify(answer));
}

function oneProposal(office: FakeOffice, number: string, locale: Locale): FakeAnswer {
  const proposal = office.proposals.get(number);
  const row = myProposals(office).proposals.find((each) => each.number === number);
  if (!proposal || !row) return refuse({ code: 'not-found' }, locale);
  const isOwn = !office.isReader || office.own.has(number);
  const answer: ProposalAnswer = JSON.parse(
    JSON.stringify({
      ...row,
      content: proposal.content,
      mine: isOwn,
      as: isOwn ? 'proposer' : undefined,
      supporters: supportersOf(office, number),
      support: supportOf(office, number),
      ...attachmentPart(proposal),
      mayAttach: isBeforeReview(proposal) || undefined,
      mayWithdraw: isBeforeReview(proposal) || undefined,
      question: proposal.question && {
        text: proposal.question.text,
        dueOn: proposal.question.dueOn,
      },
      links: [],
      trail: publishedTrail(proposal.trail).map((entry) => ({
        seq: entry.seq,
        kind: entry.kind,
        occurredAt: entry.occurredAt,
        status:
          { received: 'received', 'review-begun': 'reviewing' }[String(entry.kind)] ?? 'decided',
        decision: entry.kind === 'published' ? entry.state.decision : undefined,
      })),
    }),
  );
  return ok(answer);
}

function commit(office: FakeOffice, result: Result<Proposal>, locale: Locale): FakeAnswer {
  if (!result.ok) return refuse(result.refusal, locale);
  office.proposals.set(result.value.number, result.value);
  return ok(itemOf(result.value));
}

function act(
  office: FakeOffice,
  proposal: Proposal,
  name: string,
  body: ActBody,
  locale: Locale,
): FakeAnswer {
  if (body.seq !== undefined && body.seq !== proposal.trail.length) {
    const { status, body: refusal } = refuse({ code: 'changed-meanwhile' }, locale);
    return { status, body: { ...Object(refusal), present: itemOf(proposal) } };
  }
  if (!isActName(name)) return { status: 404, body: {} };
  return commit(office, did(proposal, name, body.form ?? {}, office.now), locale);
}

const isActName = (name: string): name is ActName => Object.hasOwn(acts, name);

function beginMany(office: FakeOffice, numbers: readonly string[], locale: Locale): FakeAnswer {
  const results = numbers.map((number) => {
    const proposal = office.proposals.get(number);
    const result = proposal && did(proposal, 'begin-review', {}, office.now);
    if (result?.ok) {
      office.proposals.set(number, result.value);
      return { kind: 'changed', number, item: itemOf(result.value) };
    }
    const refusal = result ? result.refusal : ({ code: 'not-found' } as const);
    return {
      kind: 'refused',
      number,
      refusal: { code: refusal.code, message: refusalText(refusal, locale) },
    };
  });
  return ok({ results });
}

/** Carries out what is due, as the sweep of the server does. */
function sweep(office: FakeOffice): void {
  for (const proposal of office.proposals.values()) {
    if (!proposal.publicationDue || proposal.publicationDue.due > office.now) continue;
    office.proposals.set(proposal.number, release(proposal, office.now));
  }
}

function triage(office: FakeOffice): TriageAnswer {
  const rows = [...office.proposals.values()]
    .map(itemOf)
    .map(
      ({ content: _content, decision: _decision, published: _published, trail: _trail, ...row }) =>
        row,
    );
  const count = (of: (row: (typeof rows)[number]) => boolean) => rows.filter(of).length;
  return {
    rows,
    toCheck: [...office.toCheck],
    counts: {
      all: rows.length,
      received: count((row) => row.status === 'received'),
      reviewing: count((row) => row.status === 'reviewing'),
      decidedUnpublished: count((row) =>
        ['unpublished', 'pending'].includes(row.publication.state),
      ),
      published: count((row) => row.publication.state === 'published'),
    },
    asOf: office.asOf ?? office.now,
    ...(office.quietUntil !== undefined && { quietUntil: office.quietUntil }),
  };
}

const reach: ReachAnswer = {
  people: 1,
  channels: [
    { label: '働き方改革のお知らせ', as: 'staff' },
    { label: '総務部', as: 'owner' },
  ],
};

function me(office: FakeOffice): MeAnswer {
  return {
    personId: komorebi.id,
    name: komorebi.name,
    roles: [
      ...(office.isSecretariat ? (['secretariat'] as const) : []),
      ...(office.admin ? (['administrator'] as const) : []),
      ...office.officeRoles,
    ],
    departments: office.officeRoles.length > 0 ? ['soumu'] : [],
  };
}

function triageCall(office: FakeOffice, path: string, locale: Locale): FakeAnswer {
  if (!office.isSecretariat) return refuse({ code: 'not-permitted' }, locale);
  if (path === '/api/triage') return ok(triage(office));
  const [number = '', name = ''] = path.slice('/api/triage/'.length).split('/');
  const proposal = office.proposals.get(number);
  if (!proposal) return refuse({ code: 'not-found' }, locale);
  return ok(name === 'reach' ? reach : itemOf(proposal));
}

/** What whoever proposed it does; undefined for anything else. */
function proposerCall(
  office: FakeOffice,
  path: string,
  { form = {} }: ActBody,
  locale: Locale,
): FakeAnswer | undefined {
  const [, number = '', name] =
    /^\/api\/proposals\/([^/]+)\/(answer-question|withdraw)$/.exec(path) ?? [];
  const proposal = office.proposals.get(number);
  if (!proposal || (name !== 'answer-question' && name !== 'withdraw')) return undefined;
  const result = proposed(proposal, name, form, office.now);
  if (!result.ok) return refuse(result.refusal, locale);
  office.proposals.set(number, result.value);
  return oneProposal(office, number, locale);
}

function actCall(office: FakeOffice, path: string, body: ActBody, locale: Locale): FakeAnswer {
  if (!office.isSecretariat) return refuse({ code: 'not-permitted' }, locale);
  if (path.startsWith('/api/bulk/')) {
    const numbers = (body.items ?? []).map(({ number }) => number);
    return beginMany(office, numbers, locale);
  }
  const [number = '', name = ''] = path.slice('/api/proposals/'.length).split('/');
  const proposal = office.proposals.get(number);
  return proposal
    ? act(office, proposal, name, body, locale)
    : refuse({ code: 'not-found' }, locale);
}

function supportCall(office: FakeOffice, path: string, locale: Locale): FakeAnswer | undefined {
  const [number = '', name = ''] = path.slice('/api/proposals/'.length).split('/');
  const state = supportStatesByPath[name];
  if (!path.startsWith('/api/proposals/') || !state) return undefined;
  if (office.own.has(number)) return refuse({ code: 'own-proposal' }, locale);
  office.supports.set(number, state);
  return oneProposal(office, number, locale);
}

function progressCall(office: FakeOffice, path: string): unknown {
  if (path === '/api/campaigns') return campaignsOf(office);
  if (path === '/api/measures') return measuresOf();
  if (path === '/api/publications') return publicationsOf(office);
  const [, id, what] = /^\/api\/figures\/([^/]+)(\/dots)?$/.exec(path) ?? [];
  if (id === undefined) return undefined;
  return what === undefined ? figuresOf(office, id) : dotsOf(office, id);
}

/** What is read at one path, whatever it is asked with. */
const plainReads: Readonly<Record<string, (office: FakeOffice) => unknown>> = {
  '/api/me': me,
  '/api/masters': () => mastersAnswer,
  '/api/my-proposals': myProposals,
  '/api/casebook': casebookOf,
};

/** What the server answers to a call. */
export function answerOf(
  office: FakeOffice,
  path: string,
  body: ActBody,
  locale: Locale,
): FakeAnswer {
  sweep(office);
  const [place = '', search = ''] = path.split('?');
  const once = office.insteadOnce.get(place);
  office.insteadOnce.delete(place);
  const given = once ?? office.instead.get(place);
  if (given) return given;
  if (place === '/api/casebook/adoptions') return ok(adopted(office, body));
  if (place === '/api/proposals') return ok(everyonesOf(office, search));
  const own =
    settingsCall(office, path, body) ??
    adminCall(office, path, body, locale) ??
    supportCall(office, path, locale) ??
    proposingCall(office, place, body, locale) ??
    requestCall(office, path, body, locale) ??
    proposerCall(office, path, body, locale);
  if (own) return own;
  const progress = progressCall(office, path);
  if (progress !== undefined) return ok(progress);
  const read = plainReads[path];
  if (read) return ok(read(office));
  if (/^\/api\/(bulk|proposals\/[^/]+)\/[^/]+$/.test(path)) {
    return actCall(office, path, body, locale);
  }
  if (path.startsWith('/api/proposals/')) {
    return oneProposal(office, path.slice('/api/proposals/'.length), locale);
  }
  return triageCall(office, path, locale);
}
