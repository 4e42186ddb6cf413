/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { render } from 'preact';
import { App } from './app.ts';
import { checker } from './check-client.ts';
import { part } from './html.ts';

const root = document.getElementById('page');
if (root !== null) {
  render(part(App, { check: checker(root.dataset['checkWorker'] ?? '') }), root);
}
