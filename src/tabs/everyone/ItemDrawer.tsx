import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
} from '@fluentui/react-components';
import { ArrowLeftRegular, DismissRegular } from '@fluentui/react-icons';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { SupportState } from '../../domain/support.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { useAtMost } from '../shell/use-at-most.js';
import { usePolled } from '../shell/use-polled.js';
import { ItemParts } from './ItemParts.js';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';
import { foreseen, type SupportDesk } from './use-support.js';

const itemEveryMs = 30_000;

const useStyles = makeStyles({
  drawer: { width: 'min(640px, 100vw)' },
  body: { paddingBottom: '24px', '@media (max-width: 639px)': { padding: '0 16px 24px' } },
  header: { '@media (max-width: 639px)': { padding: '8px 16px' } },
  bar: { alignSelf: 'stretch', flexShrink: 0 },
  phoneHead: { display: 'flex', alignItems: 'center', gap: '8px' },
  close: { minHeight: '32px', '@media (max-width: 639px)': { minHeight: '44px' } },
});

interface ItemProps {
  readonly number: string;
  readonly masters: MastersAnswer | undefined;
  readonly support: SupportDesk;
}

/** One proposal as everyone may see it. Give it the number as key. */
function Item({ number, masters, support }: ItemProps) {
  const { client, clock, words, shown } = useEveryoneSurroundings();
  const load = useCallback(() => client.proposal(number), [client, number]);
  const item = usePolled(load, itemEveryMs);
  const { value, failure, refresh } = item;
  const loaded = value !== undefined;
  useEffect(() => {
    if (loaded) shown();
  }, [loaded, shown]);
  const { last, settled } = support;
  const asked = useRef(settled);
  useEffect(() => {
    if (asked.current !== settled) refresh();
    asked.current = settled;
  }, [settled, refresh]);

  if (!value) {
    return failure ? (
      <FailurePanel failure={failure} title={words.everyone.item} onRetry={refresh} />
    ) : (
      <LoadingRows count={5} height={28} />
    );
  }
  const { support: own, supporters } = value;
  const isSaid = last?.of.number === value.number;
  const stands = isSaid
    ? foreseen(last.of, last.after, clock.now())
    : { supporters, ...(own && { support: own }) };
  const of = { number: value.number, ...stands };
  const give = (after: SupportState) => support.give(of, after);
  return <ItemParts item={value} of={of} masters={masters} onGive={give} />;
}

interface ItemDrawerProps {
  /** Undefined while no proposal is open. */
  readonly number: string | undefined;
  readonly masters: MastersAnswer | undefined;
  readonly support: SupportDesk;
  readonly onClose: () => void;
  /** What was said last, with its undo. */
  readonly bar: ReactNode;
}

/** A proposal opened beside the list, or over it on a phone. Esc leads back to where it was opened. */
export function ItemDrawer({ number, masters, support, onClose, bar }: ItemDrawerProps) {
  const styles = useStyles();
  const { words } = useEveryoneSurroundings();
  const isPhone = useAtMost(639);
  // Its content stays while the drawer slides out.
  const before = useRef(number);
  if (number !== undefined) before.current = number;
  const shownNumber = number ?? before.current;
  const close = (
    <Button
      className={styles.close}
      appearance="subtle"
      icon={isPhone ? <ArrowLeftRegular /> : <DismissRegular />}
      {...(!isPhone && { 'aria-label': words.close })}
      onClick={onClose}
    >
      {isPhone ? words.back : undefined}
    </Button>
  );
  return (
    <OverlayDrawer
      className={styles.drawer}
      position="end"
      open={number !== undefined}
      aria-label={words.everyone.itemLabel}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DrawerHeader className={styles.header}>
        {isPhone ? (
          <div className={styles.phoneHead}>
            {close}
            <span>{shownNumber}</span>
          </div>
        ) : (
          <DrawerHeaderTitle heading={{ as: 'div' }} action={close}>
            {shownNumber}
          </DrawerHeaderTitle>
        )}
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        {shownNumber !== undefined && (
          <Item key={shownNumber} number={shownNumber} masters={masters} support={support} />
        )}
      </DrawerBody>
      <div className={styles.bar}>{bar}</div>
    </OverlayDrawer>
  );
}
