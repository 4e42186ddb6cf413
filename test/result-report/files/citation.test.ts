import { expect, it } from 'vitest';
import * as z from 'zod';
import { CITATION_FILE, citation } from '#shared/result-report/files/citation.ts';
import { sampleResult } from './sample-result.ts';

/** The lines that are written, of all that YAML allows: a value as JSON or a plain word, below it a list of them. */
function parsed(text: string): Readonly<Record<string, unknown>> {
  const scalarOf = (written: string): unknown =>
    written.startsWith('"')
      ? JSON.parse(written)
      : z
          .string()
          .regex(/^[\w.-]+$/)
          .parse(written);
  const found: Record<string, unknown> = {};
  let list: unknown[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const [, indent = '', dash, key, written = ''] = /^( *)(- )?(?:([\w-]+):(?: |$))?(.*)$/.exec(line) ?? [];
    if (indent === '' && key !== undefined && written === '') found[key] = list = [];
    else if (indent === '' && key !== undefined) found[key] = scalarOf(written);
    else if (dash !== undefined && key === undefined) list.push(scalarOf(written));
    else if (dash !== undefined && key !== undefined) list.push({ [key]: scalarOf(written) });
    else if (indent === '    ' && key !== undefined)
      Object.assign(list.at(-1) ?? {}, { [key]: scalarOf(written) });
    else throw new Error(`not one of the lines that are written: ${line}`);
  }
  return found;
}

const text = z.string().min(1);
/** What https://github.com/citation-file-format/citation-file-format says of these keys, 1.2.0. */
const citationSchema = z.strictObject({
  'cff-version': z.literal('1.2.0'),
  type: z.enum(['dataset', 'software']),
  message: text,
  title: text,
  abstract: text,
  authors: z.array(z.strictObject({ name: text })).min(1),
  version: text,
  commit: text.optional(),
  'date-released': z.iso.date(),
  identifiers: z.array(
    z.strictObject({ type: z.enum(['doi', 'other', 'swh', 'url']), value: text, description: text }),
  ),
  keywords: z.array(text).min(1),
});

it('CITATION.cff is of the Citation File Format, and names the result, its code and its day', async () => {
  const { result } = await sampleResult('thesis');
  const { id, codeVersion, commit } = result.manifest;
  const cited = citationSchema.parse(parsed(citation(result.manifest)));
  expect(CITATION_FILE).toBe('CITATION.cff');
  expect(cited).toMatchObject({
    type: 'dataset',
    version: `${id} (code ${codeVersion})`,
    commit,
    'date-released': '2026-11-26',
    identifiers: [{ type: 'other', value: id, description: expect.any(String) }],
  });
});

it('says in both languages what the study is, and how many patients are in it', async () => {
  const { result } = await sampleResult('thesis');
  const { included, screened } = result.manifest.patients;
  const { abstract, title } = citationSchema.parse(parsed(citation(result.manifest)));
  expect(abstract).toContain(`Patients inclus : ${included} sur ${screened}.`);
  expect(abstract).toContain(`Patients included: ${included} of ${screened}.`);
  expect(title).toContain(' / CT or MRI');
});

it('names no commit where the code was not exactly one', async () => {
  const { manifest } = (await sampleResult('two-patients')).result;
  for (const commit of ['unknown', `${'a'.repeat(40)}+changes`]) {
    expect(parsed(citation({ ...manifest, commit }))).not.toHaveProperty('commit');
  }
});
