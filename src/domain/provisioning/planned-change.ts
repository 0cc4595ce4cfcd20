import type { Locale } from '../conversation.js';

/** A list or a column under both its names: ASCII for the product, Japanese for people. */
export interface NamedPart {
  readonly name: string;
  readonly displayName: string;
}

/** What a column holds. */
export type ColumnKind = 'text' | 'note' | 'choice' | 'number' | 'boolean' | 'dateTime';

/** One sentence in each language. */
export type Sentence = Readonly<Record<Locale, string>>;

/** A move of the stored items from one version of the schema to its neighbour, or the mending of some left behind. */
export interface PlannedMove {
  readonly from: number;
  readonly to: number;
  /** What the migration between the two versions is about. */
  readonly what: Sentence;
  /** Items that are to be changed, as far as can be seen now. */
  readonly items: number;
}

/** One difference between the site and what the product needs. */
export type PlannedChange =
  | { readonly kind: 'no-site'; readonly address: string }
  | {
      readonly kind: 'create-list';
      readonly list: NamedPart;
      readonly columns: number;
      readonly indexes: number;
      /** How many of the indexes also demand unique values. */
      readonly unique: number;
    }
  | { readonly kind: 'create-library'; readonly library: NamedPart }
  | { readonly kind: 'name-list'; readonly list: NamedPart }
  | {
      readonly kind: 'create-column';
      readonly list: NamedPart;
      readonly column: NamedPart;
      readonly type: ColumnKind;
    }
  | { readonly kind: 'name-column'; readonly list: NamedPart; readonly column: NamedPart }
  | {
      /** Somebody replaced the column; only a person can say what its content is worth. */
      readonly kind: 'wrong-type';
      readonly list: NamedPart;
      readonly column: NamedPart;
      readonly type: ColumnKind;
    }
  | { readonly kind: 'index'; readonly list: NamedPart; readonly column: NamedPart }
  | { readonly kind: 'unique'; readonly list: NamedPart; readonly column: NamedPart }
  | {
      /** Unique values cannot be demanded while several items hold the same one. */
      readonly kind: 'duplicates';
      readonly list: NamedPart;
      readonly column: NamedPart;
      /** Ids of the items that share a value with another one. */
      readonly items: readonly string[];
    }
  | {
      readonly kind: 'choices';
      readonly list: NamedPart;
      readonly column: NamedPart;
      readonly codes: readonly string[];
    }
  | { readonly kind: 'grant'; readonly app: { readonly id: string; readonly displayName: string } }
  | {
      readonly kind: 'raise-grant';
      readonly app: { readonly id: string; readonly displayName: string };
    }
  | ({ readonly kind: 'migrate' } & PlannedMove)
  | ({ readonly kind: 'mend-items' } & PlannedMove)
  | ({ readonly kind: 'roll-back' } & PlannedMove)
  | { readonly kind: 'schema-too-new'; readonly version: number; readonly known: number }
  | { readonly kind: 'no-way-back'; readonly version: number; readonly known: number };

/** Kind of a difference. */
export type ChangeKind = PlannedChange['kind'];

/** The headings of the plan, in the order in which they are shown and carried out. */
export const planSections = [
  'site',
  'lists',
  'columns',
  'indexes',
  'choices',
  'grant',
  'schema',
] as const;

/** One heading. */
export type PlanSection = (typeof planSections)[number];

/** Whether something comes to be, becomes another, or waits for a person. */
export type ChangeMark = 'create' | 'change' | 'person';

const places: Readonly<Record<ChangeKind, readonly [PlanSection, ChangeMark]>> = {
  'no-site': ['site', 'person'],
  'create-list': ['lists', 'create'],
  'create-library': ['lists', 'create'],
  'name-list': ['lists', 'change'],
  'create-column': ['columns', 'create'],
  'name-column': ['columns', 'change'],
  'wrong-type': ['columns', 'person'],
  index: ['indexes', 'change'],
  unique: ['indexes', 'change'],
  duplicates: ['indexes', 'person'],
  choices: ['choices', 'change'],
  grant: ['grant', 'create'],
  'raise-grant': ['grant', 'change'],
  migrate: ['schema', 'change'],
  'mend-items': ['schema', 'change'],
  'roll-back': ['schema', 'change'],
  'schema-too-new': ['schema', 'person'],
  'no-way-back': ['schema', 'person'],
};

/** Under which heading a difference stands. */
export const sectionOf = ({ kind }: PlannedChange): PlanSection => places[kind][0];

/** The mark in front of a difference. */
export const markOf = ({ kind }: PlannedChange): ChangeMark => places[kind][1];

/** Nothing depends on the names that people see. */
export const isCosmetic = ({ kind }: PlannedChange): boolean =>
  kind === 'name-list' || kind === 'name-column';
