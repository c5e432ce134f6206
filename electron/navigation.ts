import { app, type WebContents } from 'electron';

/** No page of ours goes anywhere, opens anything, or holds a guest: whatever asks for it is refused. */
export function forbidNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    keepToOurPage(contents);
  });
}

/** `history.pushState` and fragments stay possible; a committed foreign page would mean that a guard above failed. */
function keepToOurPage(contents: WebContents): void {
  contents.on('did-navigate', (_event, address) => {
    if (!address.startsWith('app://main/')) app.exit(1);
  });
}
