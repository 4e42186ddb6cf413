import { escaped, STYLES_XML, xmlPart } from './sheet-xml.ts';

/** A sheet of a workbook: its name, and its content as XML. */
export interface SheetPart {
  readonly name: string;
  readonly xml: string;
}

/** All parts of a workbook by path, to be packed as a zip. Source: ECMA-376, part 2. */
export function workbookParts(sheets: readonly SheetPart[]): ReadonlyMap<string, string> {
  const targets = sheets.map((_, at) => ['worksheet', sheetPath(at)] as const);
  return new Map([
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', relations([...targets, ['styles', 'styles.xml']])],
    ['xl/styles.xml', STYLES_XML],
    ...sheets.map(({ xml }, at) => [`xl/${sheetPath(at)}`, xml] as const),
  ]);
}

const sheetPath = (at: number): string => `worksheets/sheet${at + 1}.xml`;

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (targets: readonly (readonly [type: string, path: string])[]): string =>
  xmlPart(
    `<Relationships xmlns="${RELATIONSHIPS}">${targets
      .map(
        ([type, path], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${path}"/>`,
      )
      .join('')}</Relationships>`,
  );

const workbookXml = (sheets: readonly SheetPart[]): string =>
  xmlPart(
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${sheets
      .map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
  );

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes = (sheets: readonly SheetPart[]): string =>
  xmlPart(
    [
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>`,
      ...sheets.map(
        (_, at) => `<Override PartName="/xl/${sheetPath(at)}" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
      ),
      `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>`,
      '</Types>',
    ].join(''),
  );
