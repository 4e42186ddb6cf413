/* Reads a pairs.csv with one of the peers, as whoever uses it would: `read-with.mjs PEERS-FOLDER PEER FILE`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';

const [folder = '', peer = '', path = ''] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));

const blankIsNull = (schema) => z.preprocess((cell) => (cell === '' ? null : cell), schema.nullable());
const count = blankIsNull(z.coerce.number().int().min(0).max(999));
const yes = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const named = (name) => {
  if (name === 'patient_id') return z.string().regex(/^[\w-]{1,32}$/);
  if (name === 'pair') return z.coerce.number().int().min(1);
  if (name === 'reader')
    return z.preprocess((cell) => (cell === '' ? 1 : cell), z.coerce.number().int().min(1));
  if (name.endsWith('_date')) return z.iso.date();
  if (name === 'protocol_complete') return yes;
  if (name === 'countable') return z.enum(['yes', 'coalescent', 'massive']);
  if (name === 'measurable') return blankIsNull(z.string());
  if (/_(?:right|left)$/.test(name)) return count;
  return z.string().nullish();
};
const validated = (rows) => {
  const schema = z.object(Object.fromEntries(Object.keys(rows[0]).map((name) => [name, named(name)])));
  return rows.map((row) => schema.parse(row));
};

const text = () => readFileSync(path, 'utf8');
const papaparse = () => require('papaparse').parse(text(), { header: true, skipEmptyLines: true }).data;
const udsv = (method) => {
  const { inferSchema, initParser } = require('udsv');
  const own = text();
  return initParser(inferSchema(own))[method](own);
};
const READ = {
  'csv-parse + zod': () => validated(require('csv-parse/sync').parse(text(), { columns: true })),
  'papaparse + zod': () => validated(papaparse()),
  'uDSV + zod': () => validated(udsv('stringObjs')),
  'papaparse alone': papaparse,
  'uDSV typed alone': () => udsv('typedObjs'),
};
const rows = READ[peer]();
if (rows.length !== 200_000) throw new Error(`${rows.length} rows`);
