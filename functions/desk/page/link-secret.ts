const KEPT = 'link';

/**
 * The secret of the link that the page was opened by. It stands behind `#`, which no server sees, and leaves the address bar
 * at once; it is kept for this tab alone, so that the page can be loaded again.
 *
 * @returns an empty one where the page was opened without
 */
export function takeSecret(): string {
  const secret = location.hash.slice(1);
  if (secret === '') return kept();
  history.replaceState(null, '', location.pathname);
  try {
    sessionStorage.setItem(KEPT, secret);
  } catch {
    // Where nothing may be kept, the link has to be opened again.
  }
  return secret;
}

function kept(): string {
  try {
    return sessionStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}
