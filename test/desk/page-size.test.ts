import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deskPage } from '#cdk/desk-page.ts';

const files = deskPage().filter(({ path }) => !path.endsWith('.txt'));
const sizeOf = ({ contents }: (typeof files)[number]) => brotliCompressSync(contents).length;

describe('the desk’s page', () => {
  it('has less than 150 kB, compressed, with everything that it ever loads', () => {
    expect(files.length).toBeGreaterThan(4);
    expect(files.reduce((sum, file) => sum + sizeOf(file), 0)).toBeLessThan(150_000);
  });

  it('has nothing inline, which its policy would forbid', () => {
    const page = new TextDecoder().decode(files.find(({ path }) => path === 'index.html')?.contents);
    expect(page).toContain('<script type="module" src="/assets/page-');
    expect(page).not.toMatch(/<style|<script>|\son\w+=|\sstyle=/);
  });
});
