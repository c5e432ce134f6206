import { expect, test } from 'vitest';
import { snapshotFieldText, snapshotText } from '../../renderer/text/snapshots.ts';
import { reportProjection } from '../../service/snapshot/projection.ts';

test('every table and every field that leaves the machine has a Chinese name on the screen', () => {
  const unnamed = reportProjection.flatMap(({ table, fields }) => [
    ...(snapshotText.tables[table] === undefined ? [table] : []),
    ...fields.filter((field) => snapshotFieldText[field] === undefined),
  ]);
  expect(unnamed).toEqual([]);
});

test('what stays at home is named nowhere in the projection', () => {
  const leaving = reportProjection.flatMap(({ fields, parts }) => [...fields, ...Object.values(parts).flat()]);
  const atHome = [
    'idNumber',
    'mobilePhone',
    'landline',
    'householdAddress',
    'residenceAddress',
    'emergencyContact',
    'contactPhone',
    'address',
    'note',
    'reason',
    'detail',
    'discussion',
    'dissent',
    'speeches',
    'observers',
    'comments',
    'evidence',
  ];
  expect(leaving.filter((field) => atHome.includes(field))).toEqual([]);
});
