import { wholeSecond } from '../domain/instant.js';
import type { Actor } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import {
  type HandedIn,
  isOnBehalf,
  type ProposalOnBehalf,
  type ReceiptGround,
  receiveFor,
} from '../domain/receive-for.js';
import type { Refusal } from '../domain/refusal.js';
import { actNow } from './act-on-proposal.js';
import { Failure } from './failure.js';
import type { Register, Spool, Stored } from './ports.js';
import { someAtOnce } from './some-at-once.js';
import { type StoreWithNumberPorts, storeWithNumber } from './store-with-number.js';

/** What receiving on behalf of somebody needs. The turn of storing is shared with the forms of the chat. */
export interface ReceivePorts extends StoreWithNumberPorts {
  readonly spool: Pick<Spool, 'keptOf'>;
}

/** What it came to; sent again, the same receipt. */
export type ReceiveOutcome =
  | {
      readonly kind: 'received';
      readonly proposal: ProposalOnBehalf;
      readonly repeated: boolean;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The answer for a token that is stored: the receipt for who entered it, nothing for anyone else. */
function receivedBefore(
  { value: proposal }: Stored<Proposal>,
  by: Actor,
  repeated: boolean,
): ReceiveOutcome {
  return isOnBehalf(proposal) && proposal.receivedFor.by.id === by.id
    ? { kind: 'received', proposal, repeated }
    : { kind: 'refused', refusal: { code: 'form-not-yours' } };
}

function groundOf(register: Register, spool: ReceivePorts['spool'], token: string): ReceiptGround {
  return {
    campaigns: register.campaigns(),
    masters: register.masters(),
    channelMap: register.channelMap(),
    hasChat: (personId) => register.conversation(personId)?.value.active === true,
    countOf: (personId, campaignId) => {
      const stored = register.proposalsOf(personId).map(({ value }) => value);
      const pending = spool
        .keptOf(personId)
        .filter((kept) => kept.token !== token && !register.proposal(kept.token));
      return [...stored, ...pending].filter((each) => each.campaignId === campaignId).length;
    },
  };
}

/**
 * 代理受付: one form, one proposal, however often it is sent (protocols: submit, without the spool: who enters it still
 * holds the original). Throws where nobody can say whether it was stored: sent again, it is found by its token.
 */
export async function receiveForSomebody(
  ports: ReceivePorts,
  by: Actor,
  handedIn: HandedIn,
): Promise<ReceiveOutcome> {
  const { register, clock, spool } = ports;
  const { token } = handedIn;
  const act = actNow(register, clock, by);
  const held = register.proposal(token);
  if (held) return receivedBefore(held, by, true);
  const at = { ...handedIn, receivedAt: wholeSecond(handedIn.receivedAt) };
  const received = receiveFor(at, act, groundOf(register, spool, token));
  if (!received.ok) return { kind: 'refused', refusal: received.refusal };
  const stored = await storeWithNumber(ports, received.value);
  if (!stored) throw new Failure('unavailable', `whether ${token} was stored is not known`);
  return receivedBefore(stored, by, false);
}

/** The result for one of many papers. A fault of one leaves the others as they are. */
export interface ReceivedOne {
  readonly token: string;
  readonly outcome: ReceiveOutcome | { readonly kind: 'failed'; readonly fault: unknown };
}

const writesAtOnce = 4;

/** 一括取込み: each paper once, in the order given, with a result of its own. Of one token the last paper counts. */
export function receiveMany(
  ports: ReceivePorts,
  by: Actor,
  papers: readonly HandedIn[],
): Promise<readonly ReceivedOne[]> {
  async function receiveOne(handedIn: HandedIn): Promise<ReceivedOne> {
    const { token } = handedIn;
    try {
      return { token, outcome: await receiveForSomebody(ports, by, handedIn) };
    } catch (fault) {
      return { token, outcome: { kind: 'failed', fault } };
    }
  }
  const distinct = [...new Map(papers.map((paper) => [paper.token, paper])).values()];
  return someAtOnce(distinct, writesAtOnce, receiveOne);
}
