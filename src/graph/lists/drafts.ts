import { z } from 'zod';
import { draftFields, type OwnDrafts } from '../../domain/drafts/draft.js';
import { note } from './column.js';
import { personList } from './person-list.js';

const draftsShape = z.array(
  z.strictObject({
    id: z.string(),
    campaignId: z.string(),
    form: z.partialRecord(z.enum(draftFields), z.string()),
    seq: z.number().int(),
    savedAt: z.number().int(),
  }),
);

/** The list of drafts, one item per person. Title says nothing of what was written. */
export const drafts = personList<OwnDrafts>({
  name: 'MebukiDrafts',
  displayName: '芽吹き 下書き',
  description:
    'まだ出していない提案の下書きです。本人だけが見るもので、芽吹きのほかは開かないでください。',
  columns: [note('DraftsJson', '下書き')],
  toFields: (own) => ({ Title: own.personId, DraftsJson: JSON.stringify(own.drafts) }),
  fromFields: (read, personId) => ({ personId, drafts: read.json('DraftsJson', draftsShape) }),
});
