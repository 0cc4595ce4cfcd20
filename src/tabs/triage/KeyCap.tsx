import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  cap: {
    display: 'inline-block',
    minWidth: '12px',
    padding: '0 4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: 'inherit',
    fontSize: '11px',
    lineHeight: '16px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
});

/** A key as printed on the keyboard. A reminder for the eyes; the list of keys says it in words. */
export function KeyCap({ children, className }: { children: ReactNode; className?: string }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.cap, className)} aria-hidden="true">
      {children}
    </span>
  );
}
