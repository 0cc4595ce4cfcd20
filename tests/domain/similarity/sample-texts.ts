import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledText, Relation } from './labelled-texts.js';

interface Sample {
  readonly sampleNo: number;
  readonly title: string;
  readonly currentProblem: string;
  readonly proposedContent: string;
  readonly expectedEffect: string;
  readonly nearDuplicateGroup: string | null;
  readonly groupRelation: Relation | null;
}

const path = join(__dirname, '../../../src/local/seed/proposals.json');
const { proposals }: { readonly proposals: readonly Sample[] } = JSON.parse(
  readFileSync(path, 'utf8'),
);

/** The 46 proposals of the demonstration with the groups in which people put them. */
export const sampleTexts: readonly LabelledText[] = proposals.map((sample) => ({
  id: `sample-${String(sample.sampleNo).padStart(2, '0')}`,
  group: sample.nearDuplicateGroup ?? `alone-${sample.sampleNo}`,
  relation: sample.groupRelation ?? 'alone',
  words: {
    title: sample.title,
    currentProblem: sample.currentProblem,
    proposedContent: sample.proposedContent,
    expectedEffect: sample.expectedEffect,
  },
}));
