import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PublicationsAnswer } from '../../contract/release-answers.js';
import { formatDateTime } from '../../text/format.js';
import { measureTexts } from '../../text/measure-texts.js';
import { Panel } from '../shell/Panel.js';
import { useSurroundings } from '../shell/surroundings.js';
import { useProgressWords } from './use-progress-words.js';
import { useTableStyles } from './use-table-styles.js';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  title: { margin: 0, fontSize: '13px', lineHeight: '20px', overflowWrap: 'anywhere' },
  version: { fontSize: '12px', lineHeight: '18px', overflowWrap: 'anywhere' },
});

interface PublicationsPanelProps {
  readonly publications: PublicationsAnswer['publications'];
}

/** 公表の履歴: when figures were published, and what was corrected afterwards. */
export function PublicationsPanel({ publications }: PublicationsPanelProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { locale } = useSurroundings();
  const { texts } = useProgressWords();
  if (publications.length === 0) return null;
  return (
    <Panel title={texts.publications}>
      <ul className={styles.list}>
        {publications.map(({ id, title, versions }) => (
          <li key={id} className={styles.item}>
            <p className={styles.title}>{title}</p>
            <ul className={styles.list}>
              {versions.toReversed().map(({ version, asOf, correction, isCorrected }) => (
                <li key={version} className={mergeClasses(styles.version, table.quiet)}>
                  {texts.publishedAsOf(formatDateTime(asOf, locale))}
                  {correction &&
                    ` ${measureTexts[locale].corrected}${texts.colon}${correction.reason}`}
                  {isCorrected && ` ${texts.correctedLater}`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
