import {
  Checkbox,
  makeStyles,
  mergeClasses,
  tokens,
  useArrowNavigationGroup,
} from '@fluentui/react-components';
import { Children, type ReactNode, useId } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import { costChoices } from '../../domain/search/proposal-search.js';
import type { Status } from '../../domain/status.js';
import { formatCount } from '../../text/format.js';
import { masterLabel } from '../shell/decision-facts.js';
import { StatusShape } from '../shell/StatusShape.js';
import type { Found } from './finder-state.js';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';
import { toggled, type Wish } from './wish.js';

const useStyles = makeStyles({
  title: { margin: '12px 0 4px', fontSize: '14px', lineHeight: '20px' },
  first: { marginTop: 0 },
  choices: { display: 'flex', flexDirection: 'column' },
  choice: {
    display: 'flex',
    alignItems: 'center',
    alignSelf: 'stretch',
    width: 'auto',
    maxWidth: 'none',
    marginLeft: '-8px',
    '@media (max-width: 819px)': { minHeight: '44px' },
  },
  box: { '@media (max-width: 819px)': { alignSelf: 'center' } },
  label: {
    display: 'flex',
    flexGrow: 1,
    width: '100%',
    minWidth: 0,
    alignItems: 'center',
    gap: '8px',
    fontSize: '13px',
    paddingRight: 0,
    paddingTop: '5px',
    paddingBottom: '5px',
    cursor: 'pointer',
  },
  name: { flex: 1, minWidth: 0, overflowWrap: 'anywhere', wordBreak: 'auto-phrase' },
  shape: { display: 'flex', flexShrink: 0 },
  count: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
});

/** From what has come furthest to what has not begun, then what ended. */
const statusOrder = [
  'realised',
  'partially-realised',
  'started',
  'decided',
  'reviewing',
  'clarifying',
  'received',
  'difficult',
  'out-of-scope',
  'withdrawn',
] as const satisfies readonly Status[];

interface ChoiceProps {
  readonly name: string;
  readonly shape?: ReactNode;
  readonly count: number;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}

function Choice({ name, shape, count, isOn, onChange }: ChoiceProps) {
  const styles = useStyles();
  return (
    <Checkbox
      className={styles.choice}
      checked={isOn}
      onChange={(_, { checked }) => onChange(checked === true)}
      indicator={{ className: styles.box }}
      label={{
        className: styles.label,
        children: (
          <>
            {shape && <span className={styles.shape}>{shape}</span>}
            <span className={styles.name}>{name}</span>
            <span className={styles.count}>{formatCount(count)}</span>
          </>
        ),
      }}
    />
  );
}

interface FacetProps {
  readonly title: string;
  readonly isFirst?: boolean;
  readonly children: ReactNode;
}

function Facet({ title, isFirst = false, children }: FacetProps) {
  const styles = useStyles();
  const id = useId();
  if (Children.count(children) === 0) return null;
  return (
    <>
      <h2 id={id} className={mergeClasses(styles.title, isFirst && styles.first)}>
        {title}
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex container everywhere */}
      <div role="group" aria-labelledby={id} className={styles.choices}>
        {children}
      </div>
    </>
  );
}

/** The choices of a facet: those that would find something, and those that are chosen. */
function offered<T extends string>(
  ordered: readonly T[],
  counts: Readonly<Record<string, number>>,
  chosen: readonly T[],
): readonly T[] {
  return ordered.filter((each) => (counts[each] ?? 0) > 0 || chosen.includes(each));
}

interface FacetPaneProps {
  readonly facets: Found['facets'];
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly masters: MastersAnswer | undefined;
}

/** 状況, カテゴリ and 費用, each choice with how many there would be. */
export function FacetPane({ facets, wish, onWish, masters }: FacetPaneProps) {
  const { words, terms, locale } = useEveryoneSurroundings();
  const arrows = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true });
  const { facet } = words.everyone;
  const known = masters?.categories.map(({ id }) => id) ?? [];
  const others = Object.keys(facets.category).filter((id) => !known.includes(id));
  const costWords = { needed: terms.costNeeded, none: terms.costNotNeeded };
  return (
    <div {...arrows} data-keys="facets">
      <Facet title={facet.status} isFirst>
        {offered<Status>(statusOrder, facets.status, wish.statuses).map((status) => (
          <Choice
            key={status}
            name={terms.status[status]}
            shape={<StatusShape status={status} />}
            count={facets.status[status] ?? 0}
            isOn={wish.statuses.includes(status)}
            onChange={(on) => onWish({ ...wish, statuses: toggled(wish.statuses, status, on) })}
          />
        ))}
      </Facet>
      <Facet title={facet.category}>
        {offered([...known, ...others], facets.category, wish.categoryIds).map((id) => (
          <Choice
            key={id}
            name={masterLabel(masters, 'categories', id, locale)}
            count={facets.category[id] ?? 0}
            isOn={wish.categoryIds.includes(id)}
            onChange={(on) => onWish({ ...wish, categoryIds: toggled(wish.categoryIds, id, on) })}
          />
        ))}
      </Facet>
      <Facet title={facet.cost}>
        {offered(costChoices, facets.cost, wish.costs).map((cost) => (
          <Choice
            key={cost}
            name={costWords[cost]}
            count={facets.cost[cost] ?? 0}
            isOn={wish.costs.includes(cost)}
            onChange={(on) => onWish({ ...wish, costs: toggled(wish.costs, cost, on) })}
          />
        ))}
      </Facet>
    </div>
  );
}
