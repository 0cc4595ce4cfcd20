import { GraphFault } from '../graph-fault.js';

/** Which bytes of a whole a fragment is; `last` is included. */
export interface ContentRange {
  first: number;
  last: number;
  total: number;
}

/** Reads `bytes first-last/total`; refuses anything else with 400. */
export function readContentRange(header: string | undefined): ContentRange {
  const [, ...parts] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header?.trim() ?? '') ?? [];
  const [first = -1, last = -1, total = -1] = parts.map(Number);
  if (first < 0 || last < first || total <= last) {
    throw new GraphFault(
      400,
      'invalidRequest',
      'The Content-Range header is missing or malformed.',
      {
        innerCode: 'invalidRange',
      },
    );
  }
  return { first, last, total };
}
