import { readFileSync } from 'node:fs';
import { z } from 'zod';

const entry = z.object({ id: z.string(), ja: z.string(), en: z.string(), order: z.number() });

const mastersShape = z.object({
  departments: z.array(entry),
  sections: z.array(entry.extend({ department: z.string() })),
  jobGrades: z.array(entry),
  categories: z.array(entry),
});

const peopleShape = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    department: z.string(),
    section: z.string().optional(),
    officeKind: z.enum(['head', 'branch']),
    jobGrade: z.string(),
    persona: z.string().optional(),
  }),
);

const teamsShape = z.array(
  z.object({
    id: z.string(),
    key: z.string(),
    members: z.array(z.string()),
    channels: z.array(z.object({ id: z.string(), name: z.string(), general: z.boolean() })),
  }),
);

const samplesShape = z.object({
  campaign: z.object({ theme: z.string() }),
  proposals: z.array(
    z.object({
      sampleNo: z.number(),
      title: z.string(),
      currentProblem: z.string(),
      proposedContent: z.string(),
      expectedEffect: z.string(),
      category: z.string(),
      digital: z.boolean(),
      department: z.string(),
      jobGrade: z.string(),
      scope: z.string(),
      cost: z.object({ needed: z.boolean(), estimateYen: z.number().nullable() }),
    }),
  ),
});

function readJson<T>(name: string, shape: z.ZodType<T>): T {
  return shape.parse(JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')));
}

/** Everything the demo starts with. All people and proposals are invented. */
export interface SeedFiles {
  readonly masters: z.infer<typeof mastersShape>;
  readonly people: z.infer<typeof peopleShape>;
  readonly teams: z.infer<typeof teamsShape>;
  readonly samples: z.infer<typeof samplesShape>;
}

/** Reads the seed beside this file. */
export function readSeedFiles(): SeedFiles {
  return {
    masters: readJson('./masters.json', mastersShape),
    people: readJson('./people.json', peopleShape),
    teams: readJson('./teams.json', teamsShape),
    samples: readJson('./proposals.json', samplesShape),
  };
}
