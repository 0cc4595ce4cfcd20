import { Button } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useDesk } from './desk.js';
import { SearchDialog } from './SearchDialog.js';

/** Below the posts of a channel: what the app's message extension can put into it. */
export function PostFromApp({ conversation }: { readonly conversation: string }) {
  const { state, texts } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const commands = (state.app?.extension ?? []).filter(
    ({ type, context }) => type === 'query' && context.includes('compose'),
  );
  if (commands.length === 0) return null;
  return (
    <div className="compose">
      <Button icon={<SearchRegular />} onClick={() => setOpen(true)}>
        {texts.searchInApp}
      </Button>
      {isOpen && (
        <SearchDialog
          commands={commands}
          conversation={conversation}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
