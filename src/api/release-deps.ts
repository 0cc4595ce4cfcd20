import type { Locale } from '../domain/conversation.js';
import type { Actor } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import type { ReleasePost } from '../domain/releases/release-events.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import type { ReleaseForm } from '../domain/releases/write-release-set.js';
import type { ReleaseCommand, SeenReleaseSet } from '../usecases/act-on-release-set.js';
import type { ReleaseOutcome } from '../usecases/change-release-set.js';
import type { ChoiceOutcome, ChosenItem, ItemName } from '../usecases/choose-for-release.js';
import type { CorrectionOutcome } from '../usecases/correct-progress.js';
import type { CardJson } from '../usecases/messenger.js';

/** What can be done with release sets and progress publications, bound to its ports by main.ts. */
export interface ReleaseActs {
  make(by: Actor, id: string, form: ReleaseForm): Promise<ReleaseOutcome>;
  change(by: Actor, seen: SeenReleaseSet, command: ReleaseCommand): Promise<ReleaseOutcome>;
  choose(by: Actor, seen: SeenReleaseSet, items: readonly ChosenItem[]): Promise<ChoiceOutcome>;
  takeOut(by: Actor, seen: SeenReleaseSet, items: readonly ItemName[]): Promise<ReleaseOutcome>;
  correct(
    by: Actor,
    seen: { readonly publicationId: string; readonly version: number },
    reason: string,
  ): Promise<CorrectionOutcome>;
  /** The card that those who proposed or support a proposal get, drawn as it would be sent. */
  personalCard(proposal: Proposal, locale: Locale): CardJson;
  /** The post of a channel, drawn as it would be sent. */
  postCard(set: ReleaseSet, post: ReleasePost, locale: Locale): CardJson;
}
