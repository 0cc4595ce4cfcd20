import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { MeasuresAnswer, ShownMeasure } from '../../contract/measure-answers.js';
import { parseStartDate } from '../../domain/measures/start-date.js';
import { formatCount } from '../../text/format.js';
import { formatStart } from '../../text/format-start.js';
import { measureTexts } from '../../text/measure-texts.js';
import { masterLabel } from '../shell/decision-facts.js';
import { Panel } from '../shell/Panel.js';
import { StatusShape } from '../shell/StatusShape.js';
import { useSurroundings } from '../shell/surroundings.js';
import { useAtMost } from '../shell/use-at-most.js';
import { type MeasureLine, type MeasureWave, measureWaves } from './measure-lines.js';
import { useProgressWords } from './use-progress-words.js';
import { useTableStyles } from './use-table-styles.js';

const useStyles = makeStyles({
  tag: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    marginLeft: '8px',
    padding: '0 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'nowrap',
  },
  name: { fontWeight: tokens.fontWeightSemibold, wordBreak: 'auto-phrase' },
  words: { wordBreak: 'auto-phrase' },
  short: { whiteSpace: 'nowrap' },
  materials: { display: 'flex', flexDirection: 'column', gap: '2px', alignItems: 'start' },
  cards: { margin: 0, padding: 0, listStyleType: 'none' },
  card: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  text: { margin: '2px 0', fontSize: '13px', lineHeight: '20px', overflowWrap: 'anywhere' },
});

interface Cells {
  readonly category: string;
  readonly content: ReactNode;
  readonly start: string;
  readonly answered: string;
  readonly materials: ReactNode;
}

function Materials({ materials }: Pick<ShownMeasure, 'materials'>) {
  const styles = useStyles();
  const { words, locale } = useSurroundings();
  if (materials.length === 0) return words.none;
  return (
    <span className={styles.materials}>
      {materials.map(({ kind, title, link }) => (
        <Link key={link} href={link} target="_blank" rel="noreferrer">
          {`${measureTexts[locale].material[kind]} ${title}`}
        </Link>
      ))}
    </span>
  );
}

/** What stands in the columns of a row, wherever they stand. */
function useCells(masters: MastersAnswer | undefined): (line: MeasureLine) => Cells {
  const styles = useStyles();
  const { words, locale } = useSurroundings();
  const { texts } = useProgressWords();
  const { partial, relisted } = measureTexts[locale];
  return ({ row, measure }) => {
    const { proposals, isPartial, start, materials } = measure;
    const inPart = proposals.filter(({ coverage }) => coverage === 'part').length;
    const parsed = start === undefined ? undefined : parseStartDate(start);
    return {
      category: masterLabel(masters, 'categories', row.categoryId, locale),
      content: (
        <>
          {row.content}
          {isPartial && (
            <span className={styles.tag}>
              <StatusShape status="partially-realised" size={12} />
              {partial}
            </span>
          )}
          {row.isRelisted && <span className={styles.tag}>{relisted}</span>}
        </>
      ),
      start: parsed ? formatStart(parsed, locale) : words.none,
      answered: row.isRelisted
        ? texts.asAbove
        : texts.answered(formatCount(proposals.length), inPart),
      materials: row.isRelisted ? words.none : <Materials materials={materials} />,
    };
  };
}

interface WaveProps {
  readonly wave: MeasureWave;
  readonly masters: MastersAnswer | undefined;
  readonly title: string;
}

function WaveTable({ wave, masters, title }: WaveProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { texts } = useProgressWords();
  const cellsOf = useCells(masters);
  const { category, item, content, start, answered, materials } = texts.measure;
  const short = mergeClasses(table.cell, styles.short);
  return (
    <table className={table.table} aria-label={title}>
      <thead>
        <tr>
          {[category, item, content, start, answered, materials].map((heading) => (
            <th key={heading} scope="col" className={table.head}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {wave.lines.map((line) => {
          const cells = cellsOf(line);
          return (
            <tr key={line.key}>
              <td className={mergeClasses(table.cell, styles.words)}>{cells.category}</td>
              <th scope="row" className={mergeClasses(table.cell, styles.name)}>
                {line.row.title}
              </th>
              <td className={mergeClasses(table.cell, styles.words)}>{cells.content}</td>
              <td className={short}>{cells.start}</td>
              <td className={short}>{cells.answered}</td>
              <td className={table.cell}>{cells.materials}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function WaveCards({ wave, masters, title }: WaveProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { words } = useSurroundings();
  const cellsOf = useCells(masters);
  return (
    <ul className={styles.cards} aria-label={title}>
      {wave.lines.map((line) => {
        const { category, content, start, answered, materials } = cellsOf(line);
        const hasMaterials = !line.row.isRelisted && line.measure.materials.length > 0;
        return (
          <li key={line.key} className={styles.card}>
            <p className={mergeClasses(styles.text, styles.name)}>{line.row.title}</p>
            <p className={styles.text}>{content}</p>
            <p className={mergeClasses(styles.text, table.quiet)}>
              {[category, start, answered].join(words.between)}
            </p>
            {hasMaterials && <div className={styles.text}>{materials}</div>}
          </li>
        );
      })}
    </ul>
  );
}

interface MeasuresPanelProps {
  readonly measures: MeasuresAnswer;
  readonly campaign: string;
  readonly masters: MastersAnswer | undefined;
}

/** 実現した取組, wave by wave, with 一部実現, 再掲 and materials; nothing where none is published. */
export function MeasuresPanel({ measures, campaign, masters }: MeasuresPanelProps) {
  const { locale } = useSurroundings();
  const { texts } = useProgressWords();
  const isPhone = useAtMost(639);
  const Wave = isPhone ? WaveCards : WaveTable;
  return measureWaves(measures, campaign).map((wave) => {
    const title = wave.wave === undefined ? texts.measures : measureTexts[locale].wave(wave.wave);
    const counted = texts.measuresCount(formatCount(wave.count), wave.relisted);
    return (
      <Panel key={title} title={title} hint={`${counted} ${texts.measuresNote}`}>
        <Wave wave={wave} masters={masters} title={title} />
      </Panel>
    );
  });
}
