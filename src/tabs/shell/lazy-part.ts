import { type ComponentType, lazy } from 'react';

/** A part of the page that did not come: the line broke, or a newer release has other files. */
export class PartMissing extends Error {}

/** A part that is loaded when it is first shown. Stands inside Suspense and PartBoundary. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch (cause) {
      throw new PartMissing('A part of the page could not be loaded.', { cause });
    }
  });
}
