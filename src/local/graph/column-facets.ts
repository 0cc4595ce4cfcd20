import { malformedRequest, notSupported, unknownColumnType } from './errors.js';
import type { ColumnKind } from './stored-types.js';

type Check = (value: unknown) => boolean;

const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isWhole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
const isText: Check = (value) => typeof value === 'string' && value !== '';
const isNull: Check = (value) => value === null;
const isChoices: Check = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(isText) &&
  new Set(value).size === value.length;

interface Facet {
  members: Record<string, Check>;
  defaults: Record<string, unknown>;
  kind: (facet: Record<string, unknown>) => ColumnKind;
}

const singleValue = (flag: string, kind: ColumnKind) => (facet: Record<string, unknown>) => {
  if (facet[flag] === true) throw notSupported();
  return kind;
};

const facets: Record<string, Facet> = {
  text: {
    members: {
      allowMultipleLines: isBoolean,
      appendChangesToExistingText: isBoolean,
      linesForEditing: isWhole(0, 1000),
      maxLength: isWhole(1, 255),
      textType: oneOf('plain', 'richText'),
    },
    defaults: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0 },
    kind: (facet) => (facet['allowMultipleLines'] === true ? 'note' : 'text'),
  },
  choice: {
    members: {
      allowTextEntry: isBoolean,
      choices: isChoices,
      displayAs: oneOf('dropDownMenu', 'radioButtons', 'checkBoxes'),
    },
    defaults: { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' },
    kind: (facet) => (facet['displayAs'] === 'checkBoxes' ? 'multiChoice' : 'choice'),
  },
  number: {
    members: {
      decimalPlaces: oneOf('automatic', 'none', 'one', 'two', 'three', 'four', 'five'),
      displayAs: oneOf('number', 'percentage'),
      minimum: isNumber,
      maximum: isNumber,
    },
    defaults: { decimalPlaces: 'automatic', displayAs: 'number' },
    kind: () => 'number',
  },
  boolean: { members: {}, defaults: {}, kind: () => 'boolean' },
  dateTime: {
    members: {
      displayAs: oneOf('default', 'standard', 'friendly'),
      format: oneOf('dateOnly', 'dateTime'),
    },
    defaults: { displayAs: 'default', format: 'dateOnly' },
    kind: () => 'dateTime',
  },
  personOrGroup: {
    members: {
      allowMultipleSelection: isBoolean,
      chooseFromType: oneOf('peopleOnly', 'peopleAndGroups'),
      displayAs: isText,
    },
    defaults: { allowMultipleSelection: false, chooseFromType: 'peopleOnly' },
    kind: singleValue('allowMultipleSelection', 'person'),
  },
  lookup: {
    members: {
      listId: isText,
      columnName: isText,
      allowMultipleValues: isBoolean,
      allowUnlimitedLength: isBoolean,
      primaryLookupColumnId: isNull,
    },
    defaults: { allowMultipleValues: false, allowUnlimitedLength: false },
    kind: singleValue('allowMultipleValues', 'lookup'),
  },
};

/** Facets that exist in the documentation but were refused when a column was created with them. */
const refusedFacets = ['currency', 'hyperlinkOrPicture', 'calculated', 'geolocation', 'term'];

/** Every member of a column definition that is a facet. */
export const facetNames: readonly string[] = [...Object.keys(facets), ...refusedFacets];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks a facet and fills what it leaves open. */
export function readFacet(
  name: string,
  value: unknown,
): { facet: Record<string, unknown>; kind: ColumnKind } {
  const known = facets[name];
  if (known === undefined) throw unknownColumnType();
  if (!isObject(value)) throw malformedRequest();
  for (const [member, content] of Object.entries(value)) {
    if (known.members[member]?.(content) !== true) throw malformedRequest();
  }
  const facet: Record<string, unknown> = { ...known.defaults, ...value };
  const kind = known.kind(facet);
  if (kind === 'text') facet['maxLength'] ??= 255;
  if (kind === 'note') facet['textType'] ??= 'plain';
  if (name === 'choice' && !isChoices(facet['choices'])) throw malformedRequest();
  return { facet, kind };
}
