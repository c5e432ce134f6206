// First, so that what a component says about itself comes after.
import './app/styles/base.css';
import './without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Shell } from '../contract/shell.ts';
import { Application } from './app/application.tsx';
import { connectEngine } from './data/connect-engine.ts';
import { allowStylesByScript } from './styles-by-script.ts';

declare global {
  interface Window {
    readonly shell: Shell;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
// Written into the page by the build, and replaced with the nonce of this load when it is served.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
allowStylesByScript(nonce);
const connection = { client: connectEngine(window.shell), shell: window.shell };

createRoot(root).render(
  <StrictMode>
    <Application connection={connection} nonce={nonce} />
  </StrictMode>,
);
