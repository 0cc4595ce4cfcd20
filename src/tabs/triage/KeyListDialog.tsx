import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { keyList } from './key-list.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '8px 20px',
    margin: '12px 0 0',
  },
  does: { margin: 0 },
});

/** Every key and what it does, in words. */
export function KeyListDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  return (
    <Dialog
      open={open}
      onOpenChange={(_, data) => {
        if (!data.open) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.keys.listTitle}</DialogTitle>
          <DialogContent>
            {words.keys.where}
            <dl className={styles.list}>
              {keyList(words).flatMap(({ keys, isRange, does }) => [
                <dt key={`${does}-keys`}>
                  {keys.map((key, index) => (
                    <span key={key}>
                      {index > 0 && (isRange ? ` ${words.keys.through} ` : ' ')}
                      <kbd>{key}</kbd>
                    </span>
                  ))}
                </dt>,
                <dd key={`${does}-does`} className={styles.does}>
                  {does}
                </dd>,
              ])}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
