import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { type Push, useDesk } from './desk.js';
import { tabAddress } from './tab-address.js';
import type { TabServices } from './tab-protocol.js';
import { type TabFramePlace, useTabHost } from './use-tab-host.js';

interface TabFrameProps extends TabFramePlace {
  readonly services?: Partial<TabServices>;
  readonly onPush?: (push: Push) => void;
}

/** An app page in its frame, speaking teams-js with this page. */
export function TabFrame({ services = {}, onPush, ...place }: TabFrameProps) {
  const desk = useDesk();
  const frame = useRef<HTMLIFrameElement>(null);
  const [loading, setLoading] = useState(true);
  const [failure, setFailure] = useState<string>();
  const [round, setRound] = useState(0);
  const push = useTabHost(frame, place, { failed: setFailure, ...services });
  const { tab, channel, subPageId } = place;
  const [address] = useState(() =>
    tabAddress(tab.contentUrl, {
      me: desk.state.me,
      tenantId: desk.state.tenantId,
      theme: desk.theme,
      entityId: tab.entityId,
      subPageId,
      channelId: channel?.id,
    }),
  );

  useEffect(() => {
    onPush?.((func, args) => push.current(func, args));
  }, [onPush, push]);

  const retry = () => {
    setFailure(undefined);
    setLoading(true);
    setRound((old) => old + 1);
  };

  return (
    <div className="tab-frame">
      {failure !== undefined && (
        <div className="tab-failure" role="alert">
          <p>{desk.texts.tabFailed}</p>
          <Button onClick={retry}>{desk.texts.retry}</Button>
        </div>
      )}
      {loading && <Spinner className="tab-loading" label={desk.texts.loading} />}
      {failure === undefined && (
        // Teams lets tabs save files since 2020 (microsoft-teams-library-js, issue 346).
        <iframe
          key={round}
          ref={frame}
          title={tab.name}
          src={address}
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-downloads"
          onLoad={() => setLoading(false)}
        />
      )}
    </div>
  );
}
