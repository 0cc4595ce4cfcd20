import type { Proposal } from '../../src/domain/proposal.js';
import { receiveProposal } from '../../src/domain/proposal.js';
import { type HandedIn, type ReceiptGround, receiveFor } from '../../src/domain/receive-for.js';
import { allowedValue, sampleContext, sampleNow, secretaryAct } from './sample-proposals.js';

export const dayMs = 86_400_000;
export const deskChannel = '19:desk@thread.tacv2';
export const staffId = '00000000-0000-4000-8000-0000000000ac';
export const handedInToken = '20000000-0000-4000-8000-000000000001';

/** What every rule looks at, with a campaign of 31 days around the sample day and a channel of the secretariat. */
export const receiptGround: ReceiptGround = {
  campaigns: [
    {
      id: 'demo',
      title: '働き方改革のアイデア（架空）',
      opensAt: sampleNow - 30 * dayMs,
      closesAt: sampleNow + dayMs,
      visibility: 'after-review-begins',
      isSample: true,
    },
  ],
  masters: sampleContext.masters,
  channelMap: [
    ...sampleContext.channelMap,
    { id: 'desk', purpose: 'secretariat', teamId: 't', channelId: deskChannel, label: '事務局' },
  ],
  hasChat: (personId) => personId === staffId,
  countOf: () => 0,
};

const content = {
  title: '現場の押印をやめる',
  currentProblem: '現場から押印だけのために戻っている。',
  proposedContent: '現場で完結する様式に改める。',
  category: 'paperless',
  isDigital: 'non-digital',
  costNeeded: 'no',
  department: 'doboku',
  section: 'minato',
  jobGrade: 'shunin',
};

/** On paper three days ago, by somebody of an invented works office who does not use Teams（架空）. */
export function handedIn(
  form: HandedIn['form'] = {},
  changes: Partial<Omit<HandedIn, 'form'>> = {},
): HandedIn {
  return {
    token: handedInToken,
    receivedAt: sampleNow - 3 * dayMs,
    officeKind: 'branch',
    ...changes,
    form: {
      ...content,
      campaign: 'demo',
      receiptRoute: 'paper',
      proposerKind: 'outside',
      personName: '磯辺 とおる',
      ...form,
    },
  };
}

/** The same by a member of staff, at the telephone. */
export const byTelephone = (): HandedIn =>
  handedIn({
    receiptRoute: 'phone',
    proposerKind: 'staff',
    person: staffId,
    personName: '芹沢 いろは',
  });

/** A stored proposal that a secretary received on behalf of somebody. */
export function receivedOnBehalf(entered: HandedIn = handedIn()): Proposal {
  const { audience, ...form } = allowedValue(receiveFor(entered, secretaryAct, receiptGround));
  return receiveProposal({ ...form, number: 'R8-0001' }, sampleNow, audience);
}
