/**
 * What `npm run build` makes. Paths are relative to the project root.
 * `inputs` decide (by content) whether a part is up to date; `except` leaves folders out of them;
 * `keep` names an entry of `output` that belongs to another part.
 */
export const buildParts = [
  {
    name: 'server',
    title: 'server',
    tool: 'tsc',
    config: 'tsconfig.json',
    source: 'src',
    inputs: ['src', 'tsconfig.json'],
    except: ['src/local', 'src/tabs', 'src/tooling'],
    output: 'dist/server',
  },
  {
    name: 'local',
    title: 'stand-in',
    tool: 'tsc',
    config: 'src/local/tsconfig.json',
    source: 'src/local',
    inputs: ['src/local', 'tsconfig.json'],
    except: ['src/local/teams-host/page'],
    output: 'dist/local',
    keep: 'page',
  },
  {
    name: 'page',
    title: 'host page',
    tool: 'vite',
    config: 'src/local/teams-host/page/vite.config.ts',
    inputs: ['src/local/teams-host/page', 'tsconfig.json'],
    except: [],
    output: 'dist/local/page',
  },
  {
    name: 'tabs',
    title: 'tabs',
    tool: 'vite',
    config: 'src/tabs/vite.config.ts',
    inputs: ['src/tabs', 'src/contract', 'src/text', 'src/domain', 'tsconfig.json'],
    except: [],
    output: 'dist/tabs',
  },
];
