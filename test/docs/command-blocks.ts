import { textOf } from './markdown.ts';

/** The blocks of shell commands of a page, in their order, by the heading that they stand under; '' before the first of the page. */
export function commandBlocks(page: string): ReadonlyMap<string, readonly string[]> {
  const [before = '', ...sections] = textOf(page).split(/^##+ /m);
  const blocksOf = (text: string) =>
    Array.from(text.matchAll(/^```sh\n([\s\S]*?)^```$/gm), ([, block = '']) => block);
  return new Map([
    ['', blocksOf(before)],
    ...sections.map((section) => [section.split('\n')[0] ?? '', blocksOf(section)] as const),
  ]);
}
