import { z } from 'zod';
import { labelStates } from '../domain/issue-groups/issue-group.js';
import { statuses } from '../domain/status.js';
import { actForm, bulkRequest } from './act-requests.js';

const instant = z.number().int();
const count = z.number().int();

/** A group with what it weighs. */
export const issueGroupRow = z.object({
  id: z.string(),
  label: z.string(),
  labelState: z.enum(labelStates),
  createdAt: instant,
  /** Its proposals as they are counted: merged ones too, withdrawn ones not. */
  proposals: count,
  /** Different people who endorse any of them, besides their proposers. */
  supporters: count,
  /** Part of all proposals of the campaigns it draws from, in percent. */
  sharePercent: z.number(),
  /** Last trail entry as read; sent back with an act, so that nothing unseen is overwritten. */
  seq: count,
});

/** GET /api/issue-groups: those that are not dissolved, in the order in which they were made. */
export const issueGroupsAnswer = z.object({ groups: z.array(issueGroupRow) });

const member = z.object({ number: z.string(), title: z.string(), status: z.enum(statuses) });

/** GET /api/issue-groups/:id and the answer of every act: the group with its members and its trail. */
export const issueGroupAnswer = issueGroupRow.extend({
  members: z.array(member),
  dissolved: z.object({ reason: z.string() }).optional(),
  trail: z.array(
    z.object({
      seq: count,
      kind: z.enum(['created', 'label-confirmed', 'renamed', 'dissolved']),
      occurredAt: instant,
      byName: z.string(),
      label: z.string().optional(),
      words: z.array(z.string()).optional(),
      reason: z.string().optional(),
    }),
  ),
});

/** GET /api/issue-groups/proposed: what could be a group. Nothing is changed by looking at it. */
export const proposedGroupsAnswer = z.discriminatedUnion('state', [
  /** Many proposals take a while; to be asked again in some seconds. */
  z.object({ state: z.literal('working') }),
  z.object({
    state: z.literal('ready'),
    asOf: instant,
    /** False where it is being looked at again, because something has changed. */
    isCurrent: z.boolean(),
    /** Largest first. */
    groups: z.array(
      z.object({
        /** Empty where the texts share no word that tells anything. */
        label: z.string(),
        /** The words of the label, and how many of the texts have each. */
        words: z.array(z.object({ word: z.string(), texts: count })),
        members: z.array(member.extend({ seq: count })),
      }),
    ),
  }),
]);

/**
 * POST /api/issue-groups: makes the group under this token, or goes on with it, and moves up to 60 proposals into it.
 * Without a label it gets one from the words of those proposals.
 */
export const makeIssueGroupRequest = z.strictObject({
  id: z.uuid(),
  form: actForm.optional(),
  items: bulkRequest.shape.items.element.omit({ form: true }).array().max(60),
});

/** The group, and what became of each proposal. */
export const madeIssueGroupAnswer = z.object({
  group: issueGroupAnswer,
  results: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('changed'), number: z.string() }),
      z.object({
        kind: z.literal('refused'),
        number: z.string(),
        refusal: z.object({ code: z.string(), message: z.string() }),
      }),
    ]),
  ),
});

export type IssueGroupRow = z.infer<typeof issueGroupRow>;
export type IssueGroupsAnswer = z.infer<typeof issueGroupsAnswer>;
export type IssueGroupAnswer = z.infer<typeof issueGroupAnswer>;
export type ProposedGroupsAnswer = z.infer<typeof proposedGroupsAnswer>;
export type MadeIssueGroupAnswer = z.infer<typeof madeIssueGroupAnswer>;
