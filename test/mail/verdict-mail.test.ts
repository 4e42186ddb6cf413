import { describe, expect, it } from 'vitest';
import { verdictMail } from '#shared/mail/verdict-mail.ts';
import { type Report, withdrawalReport } from '#shared/reports/report.ts';
import { reportOf } from '#test/reports/verdicts.ts';
import { ALL_CASES } from '#test/validation/all-cases.ts';
import { csvFile } from '#test/validation/csv-file.ts';

const AT = '2026-11-24T03:00:00.000Z';
const mailOn = (report: Report) => verdictMail(report, { centre: 'rouen', desk: 'https://desk.test/' });

const WRONG = csvFile('patients', [
  { sex: 'ZZ' },
  { patient_id: 'P2', sex: 'QQ', grade: 'G9' },
  ...[3, 4, 5, 6, 7, 8].map((number) => ({ patient_id: `P${number}`, sex: 'XX' })),
]);
const GOOD = csvFile('patients', [{}, { patient_id: 'P2' }]);

const MAILS: Readonly<Record<string, Report>> = {
  refused: reportOf(WRONG),
  'refused, while an earlier version counts': reportOf(WRONG, {
    stillInForce: { versionId: 'v1', at: '2026-11-01T03:00:00.000Z', rows: 13 },
  }),
  'refused by new rules': reportOf(WRONG, { refusedSince: AT }),
  accepted: reportOf(GOOD, {
    changes: { added: 1, changed: 0, removed: 2 },
    entering: {
      patients: 1,
      pairs: 1,
      leftOut: [{ reason: 'r', title: { fr: 'raison', en: 'reason' }, patients: 1, pairs: 2 }],
    },
  }),
  'accepted, with what is doubtful': {
    ...reportOf(GOOD),
    warningCount: 3,
    warningGroups: [
      {
        code: 'SCAN_OUTSIDE_PERIOD',
        column: 'ct_date',
        value: '2015-01-01',
        message: { fr: 'x', en: 'x' },
        count: 3,
        places: 3,
        lines: [2, 3, 4],
      },
    ],
  },
  'no table': reportOf(new TextEncoder().encode('PK')),
  'under another name': { ...reportOf(WRONG), file: 'uploads/rouen/Mme Dupont.csv' },
  withdrawn: withdrawalReport('uploads/rouen/pairs-2021.csv', AT),
};

describe('a mail on a verdict', () => {
  it('says what a reader of texts.txt has approved', async () => {
    const texts = Object.entries(MAILS).map(([name, report]) => {
      const { subject, text } = mailOn(report);
      return `## ${name}\n\n${subject}\n\n${text}`;
    });
    await expect(texts.join('\n')).toMatchFileSnapshot('texts.txt');
  });

  it('has a subject that SNS takes, however long the centre’s name', () => {
    for (const report of Object.values(MAILS)) {
      const { subject } = verdictMail(report, { centre: 'a'.repeat(32), desk: '' });
      expect(subject.length).toBeLessThan(100);
      expect(subject).not.toMatch(/\p{Cc}/u);
    }
  });

  it.each(['Mme Dupont.csv', 'patients Dupont.csv', 'patients-12345.csv', 'P-0042.csv', 'patients.csv.csv'])(
    'does not say the name %s, which somebody thought up',
    (name) => {
      const { subject, text } = mailOn({ ...reportOf(WRONG), file: `uploads/rouen/${name}` });
      expect(subject + text).not.toContain(name.slice(0, -'.csv'.length));
      expect(subject).toContain('un fichier : REFUSÉ / a file: REFUSED');
      expect(text).toContain('le 24/11/2026 à 03:00 (UTC)');
    },
  );

  it.each(['patients.csv', 'pairs-2021.csv', 'lesions_2022.tsv', 'readers.txt'])(
    'says the name %s',
    (name) => {
      expect(mailOn({ ...reportOf(WRONG), file: `uploads/rouen/${name}` }).subject).toContain(` – ${name}`);
    },
  );
});

const SECRET = 'ZZ-secret';

describe.each(ALL_CASES)('of %s, a mail', (_, cases) => {
  it('quotes no cell, no message and no header that somebody typed', () => {
    const found = cases.flatMap((one) => one.found());
    for (const { code, row } of found) {
      const group = {
        code,
        column: SECRET,
        value: SECRET,
        message: { fr: SECRET, en: SECRET },
        count: 1,
        places: 1,
        lines: row === null ? [] : [row],
      };
      const report: Report = { ...reportOf(WRONG), problemCount: 1, problemGroups: [group] };
      const { subject, text } = mailOn({ ...report, problems: [] });
      expect(subject + text).not.toContain(SECRET);
      expect(text).toContain(`[${code}]`);
    }
  });
});
