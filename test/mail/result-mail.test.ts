import { describe, expect, it } from 'vitest';
import { resultMail, type ToldBefore } from '#shared/mail/result-mail.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import {
  computedResult,
  type SampleResult,
  sampleResult,
  sampleRows,
} from '#test/result-report/files/sample-result.ts';
import { SETTINGS } from '#test/study/settings.ts';

const DESK = 'https://desk.test/';
const textsOf = ({ files, result }: SampleResult) => ({
  tables: files.get(TABLES_FILE) ?? '',
  manifest: manifestText(result.manifest),
});

const whole = textsOf(await sampleResult('thesis'));
const withoutCaen = textsOf(
  await computedResult({ rows: (await sampleRows('thesis')).filter(({ centre }) => centre !== 'caen') }),
);
const withoutP = textsOf(await sampleResult('thesis', { ...SETTINGS, significanceShown: false }));
const nobody = textsOf(await computedResult({ rows: [] }));

const MAILS: Readonly<Record<string, readonly [typeof whole, ToldBefore]>> = {
  'the first': [whole, 'none'],
  'with another centre': [whole, withoutCaen],
  'the same figures': [whole, whole],
  'after one that is gone': [whole, 'gone'],
  'after one of another form': [whole, { tables: '{}', manifest: '{}' }],
  'without p': [withoutP, 'none'],
  'of nobody': [nobody, 'none'],
};

describe('a mail on a result', () => {
  it('says what a reader of result-texts.txt has approved', async () => {
    const texts = Object.entries(MAILS).map(([name, [result, before]]) => {
      const { subject, text } = resultMail(result, before, DESK);
      return `## ${name}\n\n${subject}\n\n${text}`;
    });
    await expect(texts.join('\n')).toMatchFileSnapshot('result-texts.txt');
  });

  it('names no centre, no file and no patient', () => {
    for (const [result, before] of Object.values(MAILS)) {
      const { text } = resultMail(result, before, DESK);
      expect(text).not.toMatch(/caen|rouen|lille|beaujon|uploads/);
    }
  });

  it('says no p where none is published', () => {
    const p = /\bp\s*[<=]/;
    expect(resultMail(whole, 'none', DESK).text).toMatch(p);
    expect(resultMail(withoutP, 'none', DESK).text).not.toMatch(p);
  });
});
