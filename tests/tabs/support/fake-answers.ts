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
import { fieldFaultText } from '../../../src/text/field-fault-text.js';
import { refusalText } from '../../../src/text/refusal-texts.js';
import {
  decide,
  did,
  type FakeAnswer,
  type FakeOffice,
  komorebi,
  mastersAnswer,
  release,
} from './fake-office.js';

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

type Locale = 'ja' | 'en';
const ok = (body: unknown): FakeAnswer => ({ status: 200, body });

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
  const answer: ProposalAnswer = JSON.parse(
    JSON.stringify({
      ...row,
      content: proposal.content,
      mine: true,
      as: 'proposer',
      supporters: 0,
      ...attachmentPart(proposal),
      mayAttach: isBeforeReview(proposal) || undefined,
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

function refuse(
  refusal: Extract<Result<never>, { ok: false }>['refusal'],
  locale: Locale,
): FakeAnswer {
  const fields =
    refusal.code === 'invalid-fields'
      ? Object.fromEntries(refusal.fields.map((each) => [each.field, fieldFaultText(each, locale)]))
      : undefined;
  const status = { 'invalid-fields': 422, 'not-found': 404, 'not-permitted': 403 }[
    String(refusal.code)
  ];
  return {
    status: status ?? 409,
    body: { code: refusal.code, message: refusalText(refusal, locale), fields },
  };
}

/** Does what a colleague at another screen would do. */
export function decideElsewhere(office: FakeOffice, number: string): void {
  const proposal = office.proposals.get(number);
  if (proposal) office.proposals.set(number, decide(proposal, office.now));
}

function commit(office: FakeOffice, result: Result<Proposal>, locale: Locale): FakeAnswer {
  if (!result.ok) return refuse(result.refusal, locale);
  office.proposals.set(result.value.number, result.value);
  return ok(itemOf(result.value));
}

interface ActBody {
  readonly seq?: number;
  readonly items?: readonly { readonly number: string }[];
  readonly form?: Readonly<Record<string, string>>;
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
    roles: office.isSecretariat ? ['secretariat'] : [],
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

/** What the server answers to a call. */
export function answerOf(
  office: FakeOffice,
  path: string,
  body: ActBody,
  locale: Locale,
): FakeAnswer {
  sweep(office);
  const once = office.insteadOnce.get(path);
  office.insteadOnce.delete(path);
  const given = once ?? office.instead.get(path);
  if (given) return given;
  if (path === '/api/me') return ok(me(office));
  if (path === '/api/masters') return ok(mastersAnswer);
  if (path === '/api/my-proposals') return ok(myProposals(office));
  if (/^\/api\/(bulk|proposals\/[^/]+)\/[^/]+$/.test(path)) {
    return actCall(office, path, body, locale);
  }
  if (path.startsWith('/api/proposals/')) {
    return oneProposal(office, path.slice('/api/proposals/'.length), locale);
  }
  return triageCall(office, path, locale);
}
