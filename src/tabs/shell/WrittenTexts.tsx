import { makeStyles, tokens } from '@fluentui/react-components';
import type { ProposalAnswer } from '../../contract/proposal-answers.js';
import { useSurroundings } from './surroundings.js';

const useStyles = makeStyles({
  label: {
    margin: '0 0 2px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: '0 0 12px',
    lineHeight: '22px',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
});

interface WrittenTextsProps {
  readonly content: ProposalAnswer['content'];
  readonly headingLevel: 3 | 4;
}

/** What the proposer wrote, each text under its label. */
export function WrittenTexts({ content, headingLevel }: WrittenTextsProps) {
  const styles = useStyles();
  const { terms } = useSurroundings();
  const Heading = headingLevel === 3 ? 'h3' : 'h4';
  const texts = [
    [terms.field.currentProblem, content.currentProblem],
    [terms.field.proposedContent, content.proposedContent],
    [terms.field.expectedEffect, content.expectedEffect ?? ''],
  ] as const;
  return texts
    .filter(([, text]) => text !== '')
    .map(([label, text]) => (
      <section key={label}>
        <Heading className={styles.label}>{label}</Heading>
        <p className={styles.text}>{text}</p>
      </section>
    ));
}
