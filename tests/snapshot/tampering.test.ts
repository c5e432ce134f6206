import { createHash } from 'node:crypto';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../contract/failure.ts';
import type { SnapshotManifest } from '../../contract/snapshot.ts';
import { readContainerHead, writeContainer } from '../../contract/snapshot-container.ts';
import { newChainId, ownSigningKey } from '../../service/snapshot/branch-keys.ts';
import { pack } from '../../service/snapshot/compression.ts';
import { signMinisign } from '../../service/snapshot/minisign.ts';
import { openSnapshot } from '../../service/snapshot/open.ts';
import type { SealedSnapshot } from '../../service/snapshot/seal.ts';
import { MemorySecrets, sealSample } from './sample.ts';

const secrets = new MemorySecrets();
const foreignSecrets = new MemorySecrets();
let identity = '';
let recipient = '';
let sealed: SealedSnapshot;
let signer = '';

beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  sealed = await sealSample([recipient], secrets);
  signer = ownSigningKey(secrets).publicKey;
});

async function reasonOf(
  file: Uint8Array,
  options: { identity?: string; signer?: string | null; branch?: string } = {},
) {
  const pinned = options.signer === undefined ? signer : options.signer;
  try {
    await openSnapshot(Buffer.from(file), options.identity ?? identity, pinned, options.branch ?? 'b1');
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'snapshot-refused') return error.failure.reason;
    throw error;
  }
  return 'opened';
}

function parts(file: Buffer) {
  const head = readContainerHead(file);
  if (!head) throw new Error('not a container');
  return { ...head, body: file.subarray(head.bodyStart, head.bodyStart + head.bodyBytes) };
}

/** The sample with another manifest, signed again with a key of the test's choice. */
function resealed(
  change: (manifest: SnapshotManifest) => unknown,
  body = parts(sealed.file).body,
  keys = secrets,
): Buffer {
  const changed = change(structuredClone(sealed.manifest));
  const manifest = Buffer.from(JSON.stringify(changed), 'utf8');
  const signature = Buffer.from(signMinisign(ownSigningKey(keys), manifest, 'timestamp:1\tfile:manifest.json'), 'utf8');
  return Buffer.concat(writeContainer({ manifest, signature, bodyName: sealed.manifest.body.name, body }, 1));
}

/** A body with other rows, honestly hashed in the manifest: what a branch with a broken program would send. */
async function withRows(text: string, change: (manifest: SnapshotManifest) => void = () => undefined): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const body = Buffer.from(await encrypter.encrypt(await pack('zstd', Buffer.from(text, 'utf8'))));
  return resealed((manifest) => {
    manifest.body.bytes = body.length;
    manifest.body.sha256 = createHash('sha256').update(body).digest('hex');
    manifest.body.plainBytes = Buffer.byteLength(text);
    change(manifest);
    return manifest;
  }, body);
}

test('the untouched file opens', async () => {
  expect(await reasonOf(sealed.file)).toBe('opened');
});

describe('bytes', () => {
  test('no single flipped bit opens (but in the comment that minisign itself calls untrusted)', async () => {
    const commentStart = sealed.file.indexOf('untrusted comment: ');
    const commentEnd = sealed.file.indexOf('\n', commentStart);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.file.length * 8 - 1), async (bit) => {
        fc.pre(bit >> 3 < commentStart || bit >> 3 >= commentEnd);
        const file = Buffer.from(sealed.file);
        file[bit >> 3] = (file[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await reasonOf(file)).not.toBe('opened');
      }),
      { numRuns: 400 },
    );
  });

  test('no truncated file opens, and a cut body is told as such', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.file.length - 1), async (length) => {
        expect(['truncated', 'tampered']).toContain(await reasonOf(sealed.file.subarray(0, length)));
      }),
      { numRuns: 200 },
    );
    expect(await reasonOf(sealed.file.subarray(0, sealed.file.length - 1))).toBe('truncated');
    expect(await reasonOf(sealed.file.subarray(0, parts(sealed.file).bodyStart + 1))).toBe('truncated');
  });

  test('no byte may follow', async () => {
    for (const more of ['\0', 'x', '\0'.repeat(512)]) {
      expect(await reasonOf(Buffer.concat([sealed.file, Buffer.from(more)]))).toBe('tampered');
    }
  });

  test('anything else is not a snapshot', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), async (bytes) => {
        expect(await reasonOf(bytes)).toBe('tampered');
      }),
      { numRuns: 50 },
    );
  });
});

describe('parts swapped between files', () => {
  test('a manifest of another snapshot', async () => {
    const other = await sealSample([recipient], secrets, { asOf: '2026-10-31' });
    const own = parts(sealed.file);
    const foreign = parts(other.file);
    const bodyName = own.bodyName;
    const mixed = [
      { manifest: foreign.manifest, signature: own.signature, bodyName, body: own.body },
      { manifest: foreign.manifest, signature: foreign.signature, bodyName, body: own.body },
      { manifest: own.manifest, signature: foreign.signature, bodyName, body: own.body },
    ];
    const reasons = [];
    for (const mix of mixed) reasons.push(await reasonOf(Buffer.concat(writeContainer(mix, 1))));
    expect(reasons).toEqual(['bad-signature', 'tampered', 'bad-signature']);
  });

  test('a changed manifest with the old signature', async () => {
    const { manifest, signature, bodyName, body } = parts(sealed.file);
    const changed = Buffer.from(Buffer.from(manifest).toString('utf8').replace('"rows": 3', '"rows": 2'), 'utf8');
    expect(changed.equals(Buffer.from(manifest))).toBe(false);
    const file = Buffer.concat(writeContainer({ manifest: changed, signature, bodyName, body }, 1));
    expect(await reasonOf(file)).toBe('bad-signature');
  });
});

describe('who made it and for whom', () => {
  test('a foreign signer is refused once the branch is known', async () => {
    const foreign = ownSigningKey(foreignSecrets).publicKey;
    const file = resealed((manifest) => ({ ...manifest, signer: foreign }), undefined, foreignSecrets);
    expect(await reasonOf(file)).toBe('unknown-signer');
    expect(await reasonOf(file, { signer: null })).toBe('opened');
  });

  test('a foreign signature under the known name is refused, pinned or not', async () => {
    const file = resealed((manifest) => manifest, undefined, foreignSecrets);
    expect(await reasonOf(file)).toBe('bad-signature');
    expect(await reasonOf(file, { signer: null })).toBe('bad-signature');
  });

  test('the own signature under a foreign name is refused', async () => {
    const file = resealed((manifest) => ({ ...manifest, signer: ownSigningKey(foreignSecrets).publicKey }));
    expect(await reasonOf(file)).toBe('unknown-signer');
  });

  test('an outsider cannot open it', async () => {
    expect(await reasonOf(sealed.file, { identity: await generateX25519Identity() })).toBe('not-for-you');
  });

  test.each(['', '# nothing', 'AGE-SECRET-KEY-1NONSENSE', recipientLike()])('no identity in %j', async (text) => {
    expect(await reasonOf(sealed.file, { identity: text })).toBe('bad-identity');
  });

  test('a snapshot of another branch is refused', async () => {
    expect(await reasonOf(sealed.file, { branch: 'b2' })).toBe('wrong-branch');
  });

  test('a body sealed by an outsider does not pass for the branch', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const { manifest, signature, bodyName } = parts(sealed.file);
    const body = Buffer.from(await encrypter.encrypt(Buffer.alloc(parts(sealed.file).bodyBytes - 300)));
    const reason = await reasonOf(Buffer.concat(writeContainer({ manifest, signature, bodyName, body }, 1)));
    expect(['truncated', 'tampered']).toContain(reason);
  });
});

describe('a signed manifest that does not fit its body', () => {
  const branchRow = '{"table":"branch","row":{"id":"b1","fullName":"甲"}}\n';

  test.each([
    ['fewer rows', branchRow],
    ['another table', branchRow.replace('"branch"', '"member"')],
    ['an undeclared field', branchRow.replace('"id"', '"secret"')],
    ['a row that is no object', '{"table":"branch","row":[1]}\n'],
    ['broken JSON', '{"table":"branch","row":{"id":}}\n'],
    ['nothing', ''],
  ])('%s', async (_, text) => {
    expect(await reasonOf(await withRows(text))).toBe('tampered');
  });

  test('a digest that is not that of the rows', async () => {
    const file = await withRows(branchRow, (manifest) => {
      manifest.tables = manifest.tables.slice(0, 1);
    });
    expect(await reasonOf(file)).toBe('tampered');
  });

  test('a length that is too small stops the unpacking (no bomb)', async () => {
    const file = await withRows(branchRow.repeat(10_000), (manifest) => {
      manifest.body.plainBytes = 100;
    });
    expect(await reasonOf(file)).toBe('tampered');
  });

  test('names that would lead elsewhere, doubled tables, unknown fields: the schema refuses them', async () => {
    const changes: ((manifest: SnapshotManifest) => unknown)[] = [
      (manifest) => ({ ...manifest, tables: manifest.tables.map((table) => ({ ...table, name: '../../evil' })) }),
      (manifest) => ({ ...manifest, tables: manifest.tables.map((table) => ({ ...table, name: 'c:evil' })) }),
      (manifest) => ({ ...manifest, tables: manifest.tables.map((table) => ({ ...table, name: 'member' })) }),
      (manifest) => ({ ...manifest, note: 'x' }),
      (manifest) => ({ ...manifest, sequence: 2 }),
      (manifest) => ({ ...manifest, previous: 'a'.repeat(64) }),
      (manifest) => ({ ...manifest, body: { ...manifest.body, bytes: -1 } }),
    ];
    for (const change of changes) {
      expect(await reasonOf(resealed(change))).toBe('tampered');
    }
  });

  test('a newer format is told as such', async () => {
    expect(await reasonOf(resealed((manifest) => ({ ...manifest, version: 2 })))).toBe('too-new');
  });

  test('a manifest that is not JSON, or not an object, is refused', async () => {
    for (const value of [null, 1, 'x', [], {}]) expect(await reasonOf(resealed(() => value))).toBe('tampered');
  });
});

test('chain ids are fresh', () => {
  expect(newChainId()).not.toBe(newChainId());
});

function recipientLike(): string {
  return 'age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq';
}
