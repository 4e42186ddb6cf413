/// <reference lib="dom" />
import { API } from '#shared/desk/api.ts';

/** The link's secret stands behind `#`, which no server sees; it leaves the address bar at once. */
const secret = location.hash.slice(1);

async function show(): Promise<void> {
  const answer = await fetch(API.session, { headers: { authorization: `Bearer ${secret}` } });
  const page = document.getElementById('page');
  if (page !== null) page.textContent = await answer.text();
}

void show();
