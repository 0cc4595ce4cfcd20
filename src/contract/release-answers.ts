import { z } from 'zod';
import { releaseStates } from '../domain/releases/release-state.js';
import { statuses } from '../domain/status.js';
import { refusalAnswer } from './common-answers.js';

const at = z.number().int();

/** One item of a set as the secretariat sees it. */
const itemAnswer = z.object({
  kind: z.enum(['proposal', 'measure']),
  /** Number of a proposal, id of a measure. */
  key: z.string(),
  title: z.string(),
  progress: z.enum(['waiting', 'placed', 'published', 'taken-out', 'gone']),
  /** Why it would not be published if the set were scheduled now. */
  problem: refusalAnswer.optional(),
  /** Why it is not published with the set. */
  exception: z.object({ code: z.string(), message: z.string() }).optional(),
  /** How many people are told in their chats, by what they are to it. */
  told: z.object({
    proposer: z.number().int(),
    coProposers: z.number().int(),
    supporters: z.number().int(),
  }),
  /** The card they get. Absent for a measure, which tells nobody in person. */
  card: z.record(z.string(), z.unknown()).optional(),
});

const postAnswer = z.object({
  channelId: z.string(),
  label: z.string(),
  as: z.enum(['staff', 'owner']),
  count: z.number().int(),
  card: z.record(z.string(), z.unknown()),
});

/** One line of GET /api/release-sets. */
export const releaseSetRow = z.object({
  id: z.string(),
  title: z.string(),
  campaignId: z.string(),
  withProgress: z.boolean(),
  state: z.enum(releaseStates),
  count: z.number().int(),
  exceptions: z.number().int(),
  createdAt: at,
  publishAt: at.optional(),
  releasedAt: at.optional(),
  seq: z.number().int(),
});

/** GET /api/release-sets. */
export const releaseSetsAnswer = z.object({ sets: z.array(releaseSetRow) });

/** GET /api/release-sets/:id, and what every write on one answers with: the set with everything it would tell. */
export const releaseSetAnswer = releaseSetRow.extend({
  items: z.array(itemAnswer),
  posts: z.array(postAnswer),
  /** Different people who are told, and cards they get. */
  people: z.number().int(),
  cards: z.number().int(),
  quietTime: z.object({ askedBy: z.string(), confirmedBy: z.string().optional() }).optional(),
  cancelled: z.object({ at, reason: z.string().optional() }).optional(),
  trail: z.array(z.object({ seq: z.number().int(), kind: z.string(), at, byName: z.string() })),
});

/** POST /api/release-sets/:id/add. */
export const addToReleaseAnswer = z.object({
  set: releaseSetAnswer,
  refused: z.array(
    z.object({ kind: z.enum(['proposal', 'measure']), key: z.string(), refusal: refusalAnswer }),
  ),
});

/** GET /api/releases: what was published together, as everyone may read it, newest first. */
export const releasesAnswer = z.object({
  releases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      at,
      proposals: z.array(
        z.object({ number: z.string(), title: z.string(), status: z.enum(statuses) }),
      ),
      measures: z.array(z.object({ id: z.string(), title: z.string() })),
      hasProgress: z.boolean(),
    }),
  ),
});

const publicationVersion = z.object({
  version: z.number().int(),
  asOf: at,
  /** 訂正: this version corrects the one before it, for this reason. */
  correction: z.object({ reason: z.string() }).optional(),
  /** A later version says that this one was wrong. It stays readable. */
  isCorrected: z.boolean(),
});

/** GET /api/publications: the progress publications, newest first, with their versions. */
export const publicationsAnswer = z.object({
  publications: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      campaignId: z.string(),
      versions: z.array(publicationVersion),
    }),
  ),
});

/** GET /api/publications/:id: every version with its figures, oldest first. */
export const publicationAnswer = z.object({
  id: z.string(),
  title: z.string(),
  campaignId: z.string(),
  versions: z.array(publicationVersion.extend({ figures: z.record(z.string(), z.unknown()) })),
});

export type ReleaseSetRow = z.infer<typeof releaseSetRow>;
export type ReleaseSetAnswer = z.infer<typeof releaseSetAnswer>;
export type AddToReleaseAnswer = z.infer<typeof addToReleaseAnswer>;
export type ReleasesAnswer = z.infer<typeof releasesAnswer>;
export type PublicationsAnswer = z.infer<typeof publicationsAnswer>;
export type PublicationAnswer = z.infer<typeof publicationAnswer>;
