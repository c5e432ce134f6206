import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles, withoutComments } from './imports.ts';

interface Ban {
  pattern: RegExp;
  /** Where it is forbidden; matched against the path from the root. */
  where: RegExp;
  /** The one gate, or the places that have a reason. */
  except?: RegExp;
  reason: string;
}

/** The checks themselves name what they forbid. */
const anywhere = /^(?!build\/check\/)/;

const bans: Ban[] = [
  {
    pattern: /\bipcMain\b/,
    where: /^(electron|service|tests)\//,
    except: /^electron\/ipc\.ts$/,
    reason: 'messages of the page are answered through electron/ipc.ts, which checks the sender',
  },
  {
    pattern: /\bopenExternal\b/,
    where: anywhere,
    except: /^electron\/external-links\.ts$/,
    reason: 'links are opened through electron/external-links.ts, which has the list of hosts',
  },
  {
    pattern: /\bnew BrowserWindow\b/,
    where: anywhere,
    except: /^(electron\/window\.ts|bench\/.*)$/,
    reason: 'windows are made in electron/window.ts, which sets the guards',
  },
  {
    pattern: /\bexposeInMainWorld\b/,
    where: anywhere,
    except: /^electron\/preload\.ts$/,
    reason: 'the page gets one fixed list of functions',
  },
  {
    pattern: /\bdangerouslySetInnerHTML\b|\binnerHTML\b\s*=/,
    where: /^renderer\//,
    reason: 'data must never become markup',
  },
  { pattern: /\beval\(|\bnew Function\(/, where: anywhere, reason: 'data must never become code' },
  {
    pattern: /\bconsole\.\w+\(/,
    where: /^(contract|rules|db|templates|service|electron|renderer)\//,
    except: /^service\/cli\//,
    reason: 'what is printed may hold personal data; use the log, which does not',
  },
  {
    pattern: /\bnew Date\(\)|\bDate\.now\(/,
    where: /^(contract|rules|templates)\//,
    except: /\.test\.tsx?$/,
    reason: 'rules and templates are given their day; they ask no clock',
  },
  {
    pattern: /\b(test|it|describe)\.(only|skip|todo)\b/,
    where: /^(?!build\/check\/).*\.test\.tsx?$/,
    reason: 'a test that does not run guards nothing',
  },
  { pattern: /@ts-(ignore|nocheck|expect-error)/, where: anywhere, reason: 'say what the type is instead' },
];

/** Forbidden words, each with the place of its gate. Comments do not count, except those that silence the compiler. */
export function wordProblems(root: string): string[] {
  return sourceFiles(root).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const code = withoutComments(source);
    return bans
      .filter(({ where, except }) => where.test(file) && !except?.test(file))
      .flatMap(({ pattern, reason }) => {
        const text = pattern.source.startsWith('@ts-') ? source : code;
        const line = text.split('\n').findIndex((one) => pattern.test(one)) + 1;
        return line === 0 ? [] : [`${file}:${line}: ${reason}`];
      });
  });
}
