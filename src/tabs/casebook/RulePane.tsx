import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowLeftRegular,
  CheckmarkCircleFilled,
  CircleRegular,
  DocumentRegular,
  DocumentTableRegular,
  VideoRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { ShownMeasure } from '../../contract/measure-answers.js';
import { formatCount } from '../../text/format.js';
import { measureTexts } from '../../text/measure-texts.js';
import { masterLabel } from '../shell/decision-facts.js';
import { StatusShape } from '../shell/StatusShape.js';
import { AdoptionPart } from './AdoptionPart.js';
import { places } from './rule-groups.js';
import { useCasebookSurroundings } from './use-casebook-surroundings.js';

const useStyles = makeStyles({
  pane: {
    minWidth: 0,
    padding: '16px 20px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 639px)': { padding: '12px 16px' },
  },
  category: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground3,
  },
  title: {
    margin: '2px 0 8px',
    fontSize: '20px',
    lineHeight: '28px',
    wordBreak: 'auto-phrase',
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  text: {
    margin: '0 0 12px',
    fontSize: '15px',
    lineHeight: '24px',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
  caption: { margin: '12px 0 6px', fontSize: '14px', lineHeight: '20px' },
  materials: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    gap: '12px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  material: {
    display: 'flex',
    gap: '10px',
    minHeight: '44px',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
  kind: { display: 'block', fontSize: '12px', color: tokens.colorNeutralForeground3 },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 16px',
    fontSize: '12px',
    lineHeight: '18px',
  },
  departments: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))',
    gap: '4px 8px',
    margin: '8px 0 0',
    padding: 0,
    listStyleType: 'none',
  },
  department: { display: 'flex', alignItems: 'center', gap: '6px', wordBreak: 'auto-phrase' },
  yes: { color: tokens.colorPaletteGreenForeground1, flexShrink: 0 },
  no: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
  behind: { margin: 0, padding: 0, listStyleType: 'none' },
  proposal: { display: 'flex', alignItems: 'start', gap: '6px', padding: '4px 0' },
  link: { textAlign: 'start', overflowWrap: 'anywhere' },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

const icons = { guideline: DocumentRegular, template: DocumentTableRegular, video: VideoRegular };
const behindAtFirst = 5;

interface RulePaneProps {
  readonly rule: ShownMeasure;
  readonly masters: MastersAnswer | undefined;
  readonly departments: readonly string[];
  /** Given where the list is not in sight. */
  readonly onBack: (() => void) | undefined;
  readonly onOpen: (number: string) => void;
  readonly onChanged: () => void;
}

function Materials({ materials }: Pick<ShownMeasure, 'materials'>) {
  const styles = useStyles();
  const { words, locale } = useCasebookSurroundings();
  if (materials.length === 0) return null;
  return (
    <>
      <h3 className={styles.caption}>{words.casebook.materials}</h3>
      <ul className={styles.materials}>
        {materials.map(({ kind, title, link }) => {
          const Icon = icons[kind];
          return (
            <li key={link} className={styles.material}>
              <Icon className={styles.icon} aria-hidden="true" />
              <span>
                <Link href={link} target="_blank" rel="noreferrer">
                  {title}
                </Link>
                <span className={styles.kind}>{measureTexts[locale].material[kind]}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Which departments follow the rule; those of the master today, in its order. */
function Departments({ rule, masters }: Pick<RulePaneProps, 'rule' | 'masters'>) {
  const styles = useStyles();
  const { words, locale } = useCasebookSurroundings();
  const { adoption } = rule;
  if (!adoption || !masters) return null;
  const { adopted, departments } = adoption;
  return (
    <>
      <h3 className={styles.caption}>
        {words.casebook.following(formatCount(adopted), formatCount(departments))}
      </h3>
      <ul className={styles.departments}>
        {masters.departments.map(({ id }) => {
          const follows = adoption.departmentIds.includes(id);
          const Icon = follows ? CheckmarkCircleFilled : CircleRegular;
          return (
            <li key={id} className={styles.department}>
              <Icon className={follows ? styles.yes : styles.no} aria-hidden="true" />
              <span>
                {masterLabel(masters, 'departments', id, locale)}
                <span className={styles.unseen}>
                  {` ${follows ? words.casebook.follows : words.casebook.notYet}`}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Behind({ rule, onOpen }: Pick<RulePaneProps, 'rule' | 'onOpen'>) {
  const styles = useStyles();
  const { words, terms } = useCasebookSurroundings();
  const [showsAll, setShowsAll] = useState(false);
  const { proposals } = rule;
  if (proposals.length === 0) return null;
  const shown = showsAll ? proposals : proposals.slice(0, behindAtFirst);
  const left = proposals.length - shown.length;
  return (
    <>
      <h3 className={styles.caption}>{words.casebook.behind}</h3>
      <ul className={styles.behind}>
        {shown.map(({ number, title, status }) => (
          <li key={number} className={styles.proposal}>
            <StatusShape status={status} />
            <span className={styles.unseen}>{terms.status[status]}</span>
            <Link as="button" className={styles.link} onClick={() => onOpen(number)}>
              {`${number} ${title}`}
            </Link>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button appearance="subtle" onClick={() => setShowsAll(true)}>
          {words.casebook.more(formatCount(left))}
        </Button>
      )}
    </>
  );
}

/** One rule: what it says, what helps, who follows it, which proposals it came from. */
export function RulePane(props: RulePaneProps) {
  const { rule, masters, departments, onBack, onOpen, onChanged } = props;
  const styles = useStyles();
  const { words, locale } = useCasebookSurroundings();
  return (
    <section className={styles.pane} aria-label={words.casebook.ruleLabel}>
      {onBack && (
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
          {words.casebook.toList}
        </Button>
      )}
      <p className={styles.category}>
        {masterLabel(masters, 'categories', rule.categoryId, locale)}
      </p>
      <h2 className={styles.title} id={places.rule} tabIndex={-1}>
        {rule.title}
      </h2>
      {rule.content !== undefined && <p className={styles.text}>{rule.content}</p>}
      {rule.correction !== undefined && (
        <p className={styles.category}>{words.casebook.corrected(rule.correction)}</p>
      )}
      <Materials materials={rule.materials} />
      <Departments rule={rule} masters={masters} />
      {departments.map((department) => (
        <AdoptionPart
          key={department}
          rule={rule}
          department={department}
          name={masterLabel(masters, 'departments', department, locale)}
          onChanged={onChanged}
        />
      ))}
      <Behind rule={rule} onOpen={onOpen} />
    </section>
  );
}
