import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import {
  AlertFilled,
  AlertRegular,
  ThumbLikeFilled,
  ThumbLikeRegular,
} from '@fluentui/react-icons';
import type { SupportState } from '../../domain/support.js';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';
import { type Supportable, stateOf } from './use-support.js';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    padding: '3px 8px',
    fontSize: '12px',
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    '@media (max-width: 819px)': { minHeight: '44px', padding: '3px 12px' },
  },
  quiet: { fontSize: '12px', color: tokens.colorNeutralForeground2, padding: '0 8px' },
});

interface SupportButtonProps {
  readonly of: Supportable;
  readonly onGive: (after: SupportState) => void;
  /** Where the Tab key stops. */
  readonly tabIndex?: 0 | -1;
  /** With a frame, where it does not stand in a list of its like. */
  readonly isFramed?: boolean;
}

/** 賛同: counted; pressed again it is taken back. */
export function EndorseButton({ of, onGive, tabIndex = 0, isFramed = false }: SupportButtonProps) {
  const styles = useStyles();
  const { words } = useEveryoneSurroundings();
  const { endorse, endorsed, buttonOf } = words.everyone;
  const isOn = stateOf(of) === 'endorsed';
  const seen = (isOn ? endorsed : endorse)(of.supporters);
  return (
    <ToggleButton
      className={styles.button}
      appearance={isFramed ? 'outline' : 'subtle'}
      size="small"
      icon={isOn ? <ThumbLikeFilled /> : <ThumbLikeRegular />}
      checked={isOn}
      tabIndex={tabIndex}
      aria-label={buttonOf(seen, of.number)}
      onClick={() => onGive(isOn ? 'none' : 'endorsed')}
    >
      {seen}
    </ToggleButton>
  );
}

/** フォロー: to be told without being counted. Who endorses is told anyway. */
export function FollowButton({ of, onGive, tabIndex = 0, isFramed = false }: SupportButtonProps) {
  const styles = useStyles();
  const { words } = useEveryoneSurroundings();
  const { follow, following, toldAnyway, toldAnywayWhy, buttonOf } = words.everyone;
  const state = stateOf(of);
  if (state === 'endorsed') {
    return (
      <span className={styles.quiet} title={toldAnywayWhy}>
        {toldAnyway}
      </span>
    );
  }
  const isOn = state === 'following';
  const seen = isOn ? following : follow;
  return (
    <ToggleButton
      className={styles.button}
      appearance={isFramed ? 'outline' : 'subtle'}
      size="small"
      icon={isOn ? <AlertFilled /> : <AlertRegular />}
      checked={isOn}
      tabIndex={tabIndex}
      aria-label={buttonOf(seen, of.number)}
      onClick={() => onGive(isOn ? 'none' : 'following')}
    >
      {seen}
    </ToggleButton>
  );
}
