import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

declare const axe: {
  run: (context: unknown, options: unknown) => Promise<AxeResults>;
};

/**
 * Runs axe-core in the frame of the tab: WCAG 2.0 to 2.2 A and AA and best practices. Answers one line per
 * violation. Left out: the elements by which Fluent's focus library catches the Tab key at the edges of a group of
 * controls (`data-tabster-dummy`); they hand the focus on at once, so nobody ever stands on one.
 */
export async function violationsIn(page: Page): Promise<readonly string[]> {
  const frame = page.frames().find((each) => each.url().includes('/tabs/'));
  if (!frame) throw new Error('No tab is open.');
  await frame.evaluate(source);
  // Colours that are still on their way to the new theme are nobody's colours.
  await frame.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
        .map((each) => each.finished),
    ).then(() => undefined),
  );
  const results = await frame.evaluate(() =>
    axe.run(
      { exclude: [['[data-tabster-dummy]']] },
      {
        resultTypes: ['violations'],
        runOnly: {
          type: 'tag',
          values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        },
      },
    ),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}
