import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { readSigningKeyText } from '../contract/minisign.ts';
import { Label } from '../contract/values.ts';
import { IndexStore } from './index-store.ts';
import { publicKeyLine } from './minisign.ts';
import { Receiver, standardLimits } from './receiver.ts';
import { text } from './text.ts';

/** A mistake of the operator: one sentence, exit code 2. */
class UsageError extends Error {}

interface Flags {
  data: string;
  host: string;
  port: string;
  signer?: string | undefined;
  'tls-cert'?: string | undefined;
  'tls-key'?: string | undefined;
  insecure: boolean;
  'max-megabytes': string;
  'quota-megabytes': string;
}

async function main(): Promise<void> {
  // Nothing the receiver writes is for other users of the machine.
  process.umask(0o077);
  const { positionals, values } = parsed();
  const [command, name] = positionals;
  if (command === undefined) return serve(values);
  mkdirSync(values.data, { recursive: true });
  const store = new IndexStore(values.data);
  try {
    say(administer(store, command, name, values));
  } finally {
    store.close();
  }
}

function administer(store: IndexStore, command: string, name: string | undefined, flags: Flags): string {
  if (command === 'list-branches')
    return store
      .branches()
      .map((branch) => branchLine(store, branch))
      .join('\n');
  if (command === 'journal') {
    return store
      .journal(100)
      .map((line) => [line.at, line.branch ?? '-', line.event, line.detail].join('\t'))
      .join('\n');
  }
  if (name === undefined || !Label.safeParse(name).success) throw new UsageError(text.usage);
  const exists = store.branches().some((branch) => branch.name === name);
  if (command === 'add-branch') {
    if (exists) throw new UsageError(text.branchExists(name));
    const signer = flags.signer === undefined ? null : readSigningKeyText(flags.signer);
    if (flags.signer !== undefined && signer === null) throw new UsageError(text.badSigner);
    return text.token(name, store.addBranch(name, signer));
  }
  if (!exists) throw new UsageError(text.noSuchBranch(name));
  if (command === 'renew-token') return text.renewed(name, store.renewToken(name) ?? '');
  if (command === 'forget-enrolment') {
    store.forgetEnrolment(name);
    return text.forgotten(name);
  }
  throw new UsageError(text.usage);
}

async function serve(flags: Flags): Promise<void> {
  const tls = tlsOf(flags);
  if (!tls && !isLoopback(flags.host)) {
    if (!flags.insecure) throw new UsageError(text.needsTls(flags.host));
    console.error(text.insecure);
  }
  mkdirSync(flags.data, { recursive: true });
  const receiver = new Receiver({
    dataFolder: flags.data,
    maximumBytes: positive(flags, 'max-megabytes') * 1024 ** 2,
    quotaBytes: positive(flags, 'quota-megabytes') * 1024 ** 2,
    partialLifetime: standardLimits.partialLifetime,
  });
  await receiver.finishInterrupted();
  const sweep = setInterval(() => void receiver.removeExpired().catch(() => undefined), 10 * 60 * 1000);

  const answer: Parameters<typeof createHttpServer>[1] = (request, response) => void receiver.handle(request, response);
  const server: Server = tls ? createHttpsServer({ ...tls, minVersion: 'TLSv1.2' }, answer) : createHttpServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: flags.host, port: Number(flags.port) }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = isIP(flags.host) === 6 ? `[${flags.host}]` : flags.host;
  say(text.listening(`${tls ? 'https' : 'http'}://${host}:${port}`));
  say(text.receiptKey(publicKeyLine(receiver.store.receiptKey())));
  say(text.ciphertextOnly);
  if (receiver.store.branches().length === 0) say(text.noBranches);

  const stop = (): void => {
    clearInterval(sweep);
    server.close(() => receiver.close());
    server.closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function parsed(): { positionals: string[]; values: Flags } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string', default: 'out/server' },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '8787' },
        signer: { type: 'string' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        insecure: { type: 'boolean', default: false },
        'max-megabytes': { type: 'string', default: String(standardLimits.maximumBytes / 1024 ** 2) },
        'quota-megabytes': { type: 'string', default: String(standardLimits.quotaBytes / 1024 ** 2) },
      },
    });
    return { positionals, values };
  } catch {
    throw new UsageError(text.usage);
  }
}

function positive(flags: Flags, option: 'max-megabytes' | 'quota-megabytes'): number {
  const value = Number(flags[option]);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(text.badNumber(`--${option}`));
  return value;
}

function tlsOf(flags: Flags): { cert: Buffer; key: Buffer } | null {
  const cert = flags['tls-cert'];
  const key = flags['tls-key'];
  if (cert === undefined && key === undefined) return null;
  if (cert === undefined || key === undefined) throw new UsageError(text.tlsPair);
  return { cert: readFileSync(cert), key: readFileSync(key) };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function branchLine(store: IndexStore, branch: ReturnType<IndexStore['branches']>[number]): string {
  const last = store.lastSnapshot(branch.number);
  const received = last ? text.lastReceived(last.sequence, last.receivedAt) : text.notYet;
  return text.branchLine(branch.name, branch.signer ? fingerprint(branch.signer) : text.notYet, received);
}

/** The same short form that the branch prints, to be compared by telephone. */
function fingerprint(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32).toUpperCase();
  return (digest.match(/.{4}/g) ?? []).join(' ');
}

function say(line: string): void {
  if (line !== '') console.log(line);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
