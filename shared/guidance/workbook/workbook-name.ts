import type { TableName } from '#shared/tables/tables.ts';

export const workbookName = (table: TableName): string => `${table}.xlsx`;
