import type { DecisionAnswer } from '../../contract/proposal-answers.js';
import type { TriageItem } from '../../contract/triage-answers.js';
import { type DecisionField, type Track, tracks } from '../../domain/decision.js';

/** A decision as typed so far; fields of other tracks stay, so that changing one's mind loses nothing. */
export type DecisionDraft = Readonly<Partial<Record<DecisionField, string>>>;

const ownFields: Readonly<Record<Track, readonly DecisionField[]>> = {
  'realise-this-fy': ['ownerDepartment', 'ownerSection', 'targetMonth', 'costBasis'],
  'start-this-fy': ['ownerDepartment', 'ownerSection', 'startMonth', 'startConditions'],
  later: [
    'horizon',
    'targetFiscalYear',
    'budgetingState',
    'budgetingAmountYen',
    'ownerDepartment',
    'ownerSection',
  ],
  delegated: ['ownerDepartment', 'ownerSection', 'reasonNotOfficeWide', 'replyDue'],
};

/** The fields a track needs, in the order they are asked; the reason comes last for each. */
export function fieldsOf(track: Track): readonly DecisionField[] {
  return [...ownFields[track], 'reason'];
}

/** The track chosen in a draft. */
export function trackOf(draft: DecisionDraft): Track | undefined {
  return tracks.find((track) => track === draft.track);
}

/** The draft after a change of one field; sections belong to a department, so another one clears the section. */
export function changedDraft(
  draft: DecisionDraft,
  field: DecisionField,
  value: string,
): DecisionDraft {
  const cleared = field === 'ownerDepartment' ? { ownerSection: '' } : {};
  return { ...draft, ...cleared, [field]: value };
}

/**
 * The faults that still stand, in the order of the form: those of fields the draft asks for and says the same in as when it was refused.
 * What else it says is judged when it is sent again.
 */
export function standingFaults(
  faults: Readonly<Record<string, string>>,
  refused: DecisionDraft,
  draft: DecisionDraft,
): Readonly<Record<string, string>> {
  const track = trackOf(draft);
  const asked: readonly DecisionField[] = [
    'track',
    ...(track ? fieldsOf(track) : ['reason' as const]),
  ];
  const standing = asked.filter((field) => (refused[field] ?? '') === (draft[field] ?? ''));
  const named = standing.flatMap((field) => {
    const sentence = faults[field];
    return sentence === undefined ? [] : [[field, sentence] as const];
  });
  return Object.fromEntries(named);
}

/** Fields that are not asked here; a changed decision keeps what it says in them. */
const carriedFields: Readonly<Record<Track, readonly DecisionField[]>> = {
  'realise-this-fy': [],
  'start-this-fy': [],
  later: ['budgetKind'],
  delegated: ['delegationKind'],
};

/** What is sent: the track with its own fields and nothing of the others. */
export function formOf(draft: DecisionDraft): DecisionDraft {
  const track = trackOf(draft);
  if (!track) return {};
  const sent = [...fieldsOf(track), ...carriedFields[track]];
  const filled = sent.map((field) => [field, draft[field] ?? ''] as const);
  return { ...Object.fromEntries(filled), track };
}

function trackFields(decision: DecisionAnswer): DecisionDraft {
  switch (decision.track) {
    case 'realise-this-fy':
      return { targetMonth: decision.targetMonth, costBasis: decision.costBasis };
    case 'start-this-fy':
      return {
        startMonth: decision.startMonth,
        startConditions: decision.startConditions.join(','),
      };
    case 'later': {
      const { state, amountYen, kind } = decision.budgeting;
      return {
        horizon: decision.horizon,
        targetFiscalYear: String(decision.targetFiscalYear),
        budgetingState: state,
        budgetingAmountYen: amountYen === undefined ? '' : String(amountYen),
        budgetKind: kind ?? '',
      };
    }
    case 'delegated':
      return {
        reasonNotOfficeWide: decision.reasonNotOfficeWide,
        delegationKind: decision.kind,
        replyDue: decision.replyDue,
      };
  }
}

/** The draft a form starts from: the decision in force, or the day by which an answer is usually due. */
export function startingDraft(item: TriageItem, defaultReplyDue: string): DecisionDraft {
  const { decision } = item;
  if (!decision) return { replyDue: defaultReplyDue };
  return {
    replyDue: defaultReplyDue,
    track: decision.track,
    ownerDepartment: decision.owner.departmentId,
    ownerSection: decision.owner.sectionId ?? '',
    reason: decision.reason,
    ...trackFields(decision),
  };
}
