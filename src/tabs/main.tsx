import './page.css';
import { createRoot } from 'react-dom/client';
import { localeOf } from '../domain/conversation.js';
import { App } from './shell/App.js';
import { host } from './shell/host.js';
import { OutsideTeams } from './shell/OutsideTeams.js';
import { readPageConfig } from './shell/page-config.js';

async function start(root: HTMLElement): Promise<void> {
  const { validMessageOrigins, nonce } = readPageConfig(document);
  const reactRoot = createRoot(root);
  try {
    const place = await host.start(validMessageOrigins);
    document.documentElement.lang = place.locale;
    const surface = new URLSearchParams(window.location.search).get('surface');
    reactRoot.render(<App host={host} place={place} nonce={nonce} surface={surface} />);
  } catch {
    const locale = localeOf(navigator.language);
    document.documentElement.lang = locale;
    reactRoot.render(<OutsideTeams locale={locale} />);
  }
}

const root = document.getElementById('root');
if (root) void start(root);
