const prefix = 'measure:';

/** Under which id the published text of a measure is compared with others; a proposal stands under its own id. */
export function measureTextId(measureId: string): string {
  return `${prefix}${measureId}`;
}

/** The measure whose text stands under an id; undefined where it is a proposal's. */
export function measureIdOfText(textId: string): string | undefined {
  return textId.startsWith(prefix) ? textId.slice(prefix.length) : undefined;
}
