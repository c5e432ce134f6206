import { AppError, type Failure } from '../../contract/failure.ts';
import { Refusal, type RefusalCode } from '../../contract/snapshot.ts';
import { receiverOrigin, requestOptions, type ServerTarget } from './target.ts';

/** Answers are receipts and the like; more is not one. */
const answerLimit = 64 * 1024;

/**
 * Asks the receiver. Redirections are not followed.
 *
 * @returns the parsed answer, or null for 404
 * @throws AppError `server-unreachable`, `server-refused`, `snapshot-refused`, `cancelled`
 */
export async function askReceiver(target: ServerTarget, path: string, signal?: AbortSignal): Promise<unknown> {
  const { status, body } = await get(target, path, signal);
  if (status === 404) return null;
  if (status !== 200) throw refusalOf(status, body);
  try {
    return JSON.parse(body);
  } catch {
    throw new AppError({ code: 'server-refused', status, detail: 'not JSON' });
  }
}

/** The failure that a refused request stands for. */
export function refusalOf(status: number, body: string): AppError {
  const refused = parsedRefusal(body);
  const reason = refused === null ? undefined : reasons[refused.refused];
  const detail = (refused?.detail ?? '').slice(0, 200);
  const failure: Failure =
    reason === undefined
      ? { code: 'server-refused', status, detail: refused === null ? '' : `${refused.refused} ${detail}`.trim() }
      : { code: 'snapshot-refused', reason, detail };
  return new AppError(failure);
}

/** The receiver's own words, when the body has them. */
export function parsedRefusal(body: string): Refusal | null {
  try {
    return Refusal.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

/** The failure that a broken connection stands for; only the system's code is told, never an address. */
export function unreachable(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  return new AppError({ code: 'server-unreachable', detail: code });
}

const reasons: Partial<Record<RefusalCode, Extract<Failure, { code: 'snapshot-refused' }>['reason']>> = {
  'bad-token': 'bad-token',
  'too-large': 'too-large',
  'quota-exceeded': 'too-large',
  'bad-signature': 'bad-signature',
  'unknown-signer': 'unknown-signer',
  'wrong-branch': 'wrong-branch',
  replayed: 'replayed',
  'chain-broken': 'chain-broken',
};

async function get(
  target: ServerTarget,
  path: string,
  signal?: AbortSignal,
): Promise<{ status: number; body: string }> {
  const url = receiverOrigin(target.url) + path;
  // Fetched when first needed: most starts of the program send nothing.
  const { request: ask } = await (url.startsWith('https:') ? import('node:https') : import('node:http'));
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => reject(signal?.aborted ? cancelled() : unreachable(error));
    const asked = ask(url, { ...requestOptions(target), ...(signal ? { signal } : {}), timeout: 30_000 }, (answer) => {
      const chunks: Buffer[] = [];
      let length = 0;
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > answerLimit) asked.destroy(new Error('answer too long'));
        else chunks.push(chunk);
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }));
      answer.on('error', fail);
    });
    asked.on('timeout', () => asked.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    asked.on('error', fail);
    asked.end();
  });
}

function cancelled(): AppError {
  return new AppError({ code: 'cancelled' });
}
