import type { Migration } from '../migrate.ts';
import { records } from './010-records.ts';
import { development } from './020-development.ts';
import { dues } from './030-dues.ts';
import { education } from './040-education.ts';
import { registers } from './060-registers.ts';
import { changes } from './090-changes.ts';

/** Every step in order; numbers in tens, so that parallel work merges. */
export const migrations: readonly Migration[] = [records, development, dues, education, registers, changes];
