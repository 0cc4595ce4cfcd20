import { z } from 'zod';
import type { Column, ColumnType } from './lists/column.js';

/** A column as Graph answers it; what it cannot describe has no facet at all. */
export const existingColumnShape = z.object({
  id: z.string().min(1),
  name: z.string(),
  displayName: z.string().default(''),
  indexed: z.boolean().default(false),
  enforceUniqueValues: z.boolean().default(false),
  text: z
    .object({ allowMultipleLines: z.boolean().default(false), textType: z.string().optional() })
    .optional(),
  choice: z
    .object({ choices: z.array(z.string()).default([]), displayAs: z.string().optional() })
    .optional(),
  number: z.object({}).optional(),
  boolean: z.object({}).optional(),
  dateTime: z.object({ format: z.string().optional() }).optional(),
});

/** A column that exists. */
export type ExistingColumn = z.infer<typeof existingColumnShape>;

function facetOf(type: ColumnType): object {
  switch (type.kind) {
    case 'text':
      return { text: { allowMultipleLines: false, maxLength: 255 } };
    case 'note':
      return {
        text: {
          allowMultipleLines: true,
          appendChangesToExistingText: false,
          linesForEditing: 6,
          textType: 'plain',
        },
      };
    case 'choice':
      return {
        choice: { allowTextEntry: false, choices: [...type.codes], displayAs: 'dropDownMenu' },
      };
    case 'number':
      return { number: { decimalPlaces: 'none' } };
    case 'boolean':
      return { boolean: {} };
    case 'dateTime':
      return { dateTime: { displayAs: 'standard', format: 'dateTime' } };
  }
}

/** The body that creates a column. */
export function definitionOf(column: Column): object {
  return {
    name: column.name,
    displayName: column.displayName,
    indexed: column.indexed,
    enforceUniqueValues: column.unique,
    ...facetOf(column.type),
  };
}

/** The body that adds the codes a choice does not offer yet; none that it offers is taken away. */
export function widenedChoice(column: Column, existing: ExistingColumn): object {
  return {
    choice: {
      allowTextEntry: false,
      choices: [...(existing.choice?.choices ?? []), ...missingCodes(column, existing)],
      displayAs: existing.choice?.displayAs ?? 'dropDownMenu',
    },
  };
}

/** Codes that a choice column does not offer yet. */
export function missingCodes(column: Column, existing: ExistingColumn): readonly string[] {
  if (column.type.kind !== 'choice') return [];
  const offered = new Set(existing.choice?.choices);
  return column.type.codes.filter((code) => !offered.has(code));
}

/** Whether an existing column is of the type it should be. */
export function hasType(type: ColumnType, existing: ExistingColumn): boolean {
  switch (type.kind) {
    case 'text':
      return existing.text?.allowMultipleLines === false;
    case 'note':
      return existing.text?.allowMultipleLines === true && existing.text.textType !== 'richText';
    case 'choice':
      return existing.choice !== undefined && existing.choice.displayAs !== 'checkBoxes';
    case 'number':
      return existing.number !== undefined;
    case 'boolean':
      return existing.boolean !== undefined;
    case 'dateTime':
      return existing.dateTime !== undefined && existing.dateTime.format !== 'dateOnly';
  }
}
