export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Gives the browser bytes to save under a name. */
export function saveFile(name: string, type: string, content: Uint8Array<ArrayBuffer> | string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  openAddress(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Follows an address that is to be saved, without leaving the page. */
export function openAddress(url: string, name?: string): void {
  const link = document.createElement('a');
  link.href = url;
  if (name !== undefined) link.download = name;
  link.rel = 'noreferrer';
  document.body.append(link);
  link.click();
  link.remove();
}
