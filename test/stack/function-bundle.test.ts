import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { functionCode } from '#cdk/stack/function-bundle.ts';
import { type Files, inProject } from './made-project.ts';

const ENTRY = 'functions/greet/handler.ts';
const project = {
  [ENTRY]: "import { word } from '../../shared/word.ts';\nexport const handler = () => word;\n",
  'shared/word.ts': "export const word = 'good day';\n",
  'shared/other.ts': 'export const other = 1;\n',
};

/** The one asset of a stack with this function: its name, and its files by name. */
const assetOf = (files: Files) =>
  inProject(files, (root) => {
    const outdir = join(root, 'cdk.out');
    functionCode(ENTRY, root).bind(new Stack(new App({ outdir }), 'Greeting'));
    const [name = ''] = readdirSync(outdir).filter((entry) => entry.startsWith('asset.'));
    const read = readdirSync(join(outdir, name)).map(
      (file) => [file, readFileSync(join(outdir, name, file), 'utf8')] as const,
    );
    return { name, files: Object.fromEntries(read) };
  });

describe('the code of a function', () => {
  const { name, files } = assetOf(project);

  it('is another asset when a file changes that it imports, wherever that lies, and no other one', () => {
    expect(name).toMatch(/^asset\.[0-9a-f]{64}$/);
    expect(assetOf({ ...project, 'shared/word.ts': "export const word = 'hello';\n" }).name).not.toBe(name);
    expect(assetOf({ ...project, 'shared/other.ts': 'export const other = 2;\n' }).name).toBe(name);
  });

  it('has a source map that names its sources and does not repeat them', () => {
    expect(files['index.mjs']).toContain('good day');
    const map: unknown = JSON.parse(files['index.mjs.map'] ?? '');
    expect(map).toMatchObject({ sources: ['shared/word.ts', ENTRY] });
    expect(map).not.toHaveProperty('sourcesContent');
  });

  it('has a source map of what is ours alone, with every place where it was', () => {
    const { files } = assetOf({
      ...project,
      'node_modules/far/package.json': '{ "main": "far.js", "type": "module" }',
      'node_modules/far/far.js': "export const far = () => 'from far';\n",
      [ENTRY]: `import { far } from 'far';
import { word } from '../../shared/word.ts';
export const handler = () => [far(), word, 'here'];
`,
    });
    const map = new SourceMap(JSON.parse(files['index.mjs.map'] ?? ''));
    expect(map.payload.sources).toEqual(['shared/word.ts', ENTRY]);
    const placeOf = (text: string) => {
      const [before = ''] = (files['index.mjs'] ?? '').split(text);
      const lines = before.split('\n');
      const entry = map.findEntry(lines.length - 1, (lines.at(-1) ?? '').length - 1);
      return 'originalSource' in entry ? [entry.originalSource, entry.originalLine + 1] : [];
    };
    expect(placeOf('good day')).toEqual(['shared/word.ts', 1]);
    expect(placeOf('here')).toEqual([ENTRY, 3]);
    expect(placeOf('from far')[0]).toBeUndefined();
  });

  it('asks for no source map where nothing is ours', () => {
    const { files } = assetOf({
      ...project,
      'node_modules/far/package.json': '{ "main": "far.js", "type": "module" }',
      'node_modules/far/far.js': "export const far = 'from far';\n",
      [ENTRY]: "export const handler = async () => (await import('far')).far;\n",
    });
    const [part = ''] = Object.keys(files).filter((name) => /^part-\w+\.mjs$/.test(name));
    expect(files[part]).toContain('from far');
    expect(files[part]).not.toContain('sourceMappingURL');
    expect(Object.keys(files)).not.toContain(`${part}.map`);
    expect(files['index.mjs']).toContain('//# sourceMappingURL=index.mjs.map');
  });

  it('holds what is imported later in a file of its own, with its source map', () => {
    const later = "export const handler = async () => (await import('../../shared/word.ts')).word;\n";
    const { files } = assetOf({ ...project, [ENTRY]: later });
    expect(files['index.mjs']).not.toContain('good day');
    const [part = ''] = Object.keys(files).filter((name) => /^part-\w+\.mjs$/.test(name));
    expect(files[part]).toContain('good day');
    expect(files[`${part}.map`]).toContain('shared/word.ts');
  });
});
