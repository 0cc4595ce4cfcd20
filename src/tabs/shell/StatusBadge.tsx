import { makeStyles, tokens } from '@fluentui/react-components';
import type { Status } from '../../domain/status.js';
import { StatusShape } from './StatusShape.js';
import { statusLooks } from './status-look.js';
import { useSurroundings } from './surroundings.js';

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    flexShrink: 0,
    padding: '2px 10px 2px 7px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '12px',
    fontSize: '12px',
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    whiteSpace: 'nowrap',
  },
});

const tints = { default: '8%', dark: '12%', contrast: '0%' } as const;

/** Shape and word of a status on a tint of its colour. */
export function StatusBadge({ status }: { status: Status }) {
  const styles = useStyles();
  const { theme, terms } = useSurroundings();
  const tint = `color-mix(in srgb, ${statusLooks[status].colour[theme]} ${tints[theme]}, transparent)`;
  return (
    <span className={styles.badge} style={{ backgroundColor: tint }}>
      <StatusShape status={status} />
      {terms.status[status]}
    </span>
  );
}
