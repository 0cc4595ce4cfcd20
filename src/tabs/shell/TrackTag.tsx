import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Track, tracks } from '../../domain/decision.js';
import { useSurroundings } from './surroundings.js';

const useStyles = makeStyles({
  tag: {
    display: 'inline-block',
    padding: '0 6px',
    borderRadius: tokens.borderRadiusMedium,
    border: '1px solid transparent',
    fontSize: '12px',
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    maxWidth: '100%',
    boxSizing: 'border-box',
  },
  'realise-this-fy': { backgroundColor: '#dff1dc', color: '#0b5a08' },
  'start-this-fy': { backgroundColor: '#d8f0f0', color: '#00565b' },
  later: { backgroundColor: '#e8e6fb', color: '#43398f' },
  delegated: { backgroundColor: '#fdefd2', color: '#6f4600' },
  'realise-this-fy-dark': { backgroundColor: '#153a14', color: '#a9e3a4' },
  'start-this-fy-dark': { backgroundColor: '#083b3e', color: '#8fe0e5' },
  'later-dark': { backgroundColor: '#332e66', color: '#cdc8ff' },
  'delegated-dark': { backgroundColor: '#4a3304', color: '#ffd98a' },
  contrast: { border: '1px solid #ffffff', backgroundColor: '#000000', color: '#ffffff' },
});

/** The word of a track in its colour; nothing for an unknown one. */
export function TrackTag({ track }: { track: string | undefined }) {
  const styles = useStyles();
  const { terms, theme } = useSurroundings();
  const known: Track | undefined = tracks.find((each) => each === track);
  if (!known) return null;
  const look = {
    default: styles[known],
    dark: styles[`${known}-dark`],
    contrast: styles.contrast,
  }[theme];
  return <span className={mergeClasses(styles.tag, look)}>{terms.track[known]}</span>;
}
