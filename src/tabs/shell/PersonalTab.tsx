import { makeStyles } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import type { Role } from '../../domain/member.js';
import type { Destination, View } from './deep-link.js';
import { LoadingRows } from './LoadingRows.js';
import { lazyPart } from './lazy-part.js';
import { OfflineNotice } from './OfflineNotice.js';
import { PartBoundary } from './PartBoundary.js';
import { contentId, SkipLink } from './SkipLink.js';
import { useSurroundings } from './surroundings.js';
import { TabBar } from './TabBar.js';
import { usePolled } from './use-polled.js';
import { keepViewInAddress } from './view-in-address.js';

const MinePage = lazyPart(async () => (await import('../mine/MinePage.js')).MinePage);
const EveryonePage = lazyPart(
  async () => (await import('../everyone/EveryonePage.js')).EveryonePage,
);
const ProgressPage = lazyPart(
  async () => (await import('../progress/ProgressPage.js')).ProgressPage,
);
const CasebookPage = lazyPart(
  async () => (await import('../casebook/CasebookPage.js')).CasebookPage,
);
const OfficePage = lazyPart(async () => (await import('../office/OfficePage.js')).OfficePage);
const AdminPage = lazyPart(async () => (await import('../admin/AdminPage.js')).AdminPage);
const SettingsPage = lazyPart(
  async () => (await import('../settings/SettingsPage.js')).SettingsPage,
);
const TriagePage = lazyPart(async () => (await import('../triage/TriagePage.js')).TriagePage);

const allViews: readonly View[] = [
  'mine',
  'everyone',
  'progress',
  'casebook',
  'office',
  'triage',
  'admin',
  'settings',
];
/** The roles to which a view belongs; a view without roles is everybody's. */
const viewRoles: Readonly<Partial<Record<View, readonly Role[]>>> = {
  office: ['owner', 'head'],
  triage: ['secretariat'],
  admin: ['administrator'],
};
const rolesEveryMs = 300_000;

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100dvh', minWidth: 0 },
  main: { flex: 1, minHeight: 0, overflowY: 'auto', outlineStyle: 'none' },
});

const pages = {
  mine: MinePage,
  everyone: EveryonePage,
  progress: ProgressPage,
  casebook: CasebookPage,
  office: OfficePage,
  triage: TriagePage,
  admin: AdminPage,
  settings: SettingsPage,
} as const;

/** The views of somebody with these roles, and the one that a link opened. */
function viewsOf(roles: readonly Role[], opened: View): readonly View[] {
  const isOf = (view: View): boolean =>
    viewRoles[view]?.some((role) => roles.includes(role)) ?? true;
  return allViews.filter((view) => view === opened || isOf(view));
}

/** The personal tab: mine, everyone's, how far they have come, and what a role adds. */
export function PersonalTab({ destination }: { destination: Destination }) {
  const styles = useStyles();
  const { client } = useSurroundings();
  const me = usePolled(client.me, rolesEveryMs);
  const [view, setView] = useState<View>(destination.view);
  const opened = destination.number ?? destination.draft;
  const views = viewsOf(me.value?.roles ?? [], view);
  const Page = pages[view];
  const show = (next: View) => {
    setView(next);
    keepViewInAddress(next);
  };

  return (
    <div className={styles.frame}>
      <SkipLink />
      <TabBar views={views} view={view} onView={show} />
      <OfflineNotice />
      <main id={contentId} tabIndex={-1} className={styles.main}>
        <PartBoundary key={view}>
          <Suspense fallback={<LoadingRows count={8} height={34} />}>
            <Page opened={view === destination.view ? opened : undefined} />
          </Suspense>
        </PartBoundary>
      </main>
    </div>
  );
}
