import { Component, type ReactNode } from 'react';
import { FailurePanel } from './FailurePanel.js';
import { PartMissing } from './lazy-part.js';
import { useSurroundings } from './surroundings.js';

const outdated = { kind: 'outdated' } as const;

function MissingPart() {
  const { words } = useSurroundings();
  return <FailurePanel failure={outdated} title={words.failure.page} isPage />;
}

interface State {
  readonly fault: unknown;
}

/** Says in place of a part that it could not be loaded, with a way to load the page anew. Other faults pass through. */
export class PartBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fault: undefined };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault instanceof PartMissing) return <MissingPart />;
    if (fault !== undefined) throw fault;
    return this.props.children;
  }
}
