import type { HostApp } from '../wire.js';

/** The app's icon, or its initial on the accent colour while the package has no icon. */
export function AppIcon({ app, size }: { readonly app: HostApp; readonly size: number }) {
  const box = { width: size, height: size };
  if (app.iconUrl !== undefined) {
    return <img className="app-icon" src={app.iconUrl} alt="" style={box} />;
  }
  const colours = { ...box, background: app.accentColor };
  return (
    <span className="app-icon" style={colours} aria-hidden>
      {[...app.name][0]}
    </span>
  );
}
