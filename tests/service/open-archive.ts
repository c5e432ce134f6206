import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Failure } from '../../contract/failure.ts';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { createService, type Service } from '../../service/service.ts';

/** The cheapest key derivation the key file allows: tests open many archives. */
export const testKeyCost = { memory: 64, passes: 1, lanes: 1 };

export const passphrase = '支部测试 passphrase';

export interface TestArchive {
  service: Service;
  folder: string;
  branchId: string;
  /** Calls an operation and throws when it is refused. */
  call<Name extends OperationName>(name: Name, input: Wire<Name>): Promise<Output<Name>>;
  /** Calls an operation that must be refused; returns why. */
  refused(name: string, input: unknown): Promise<Failure>;
}

/**
 * A service with a new encrypted archive in a temporary folder, one branch in it; removed with the test, or by
 * whoever takes it on with `whenDone` (one archive for the tests of a file).
 */
export async function openTestArchive(
  options: { today?: string; whenDone?: (remove: () => void) => void } = {},
): Promise<TestArchive> {
  const root = mkdtempSync(join(tmpdir(), 'zhibu-test-'));
  const folder = join(root, '测试支部.zhibu');
  const service = createService({
    now: () => new Date(`${options.today ?? '2026-11-24'}T10:00:00`),
    keyCost: testKeyCost,
    checkAnswers: true,
  });
  const { whenDone = onTestFinished } = options;
  whenDone(() => {
    service.stop();
    rmSync(root, { recursive: true, force: true });
  });
  const branchId = 'branch-1';
  const call = async <Name extends OperationName>(name: Name, input: Wire<Name>): Promise<Output<Name>> => {
    const result = await service.call(name, input);
    if (!result.ok) throw Object.assign(new Error(`${name}: ${JSON.stringify(result.failure)}`), result);
    return result.value as Output<Name>;
  };
  const { recoveryCode } = await call('archive.create', {
    folder: service.grant(folder, 'write-folder'),
    name: '测试支部',
    person: '欧阳静',
    passphrase,
    branch: { id: branchId, revision: 0, fullName: '中共临江社区第二支部委员会' },
  });
  const groups = recoveryCode.split('-');
  await call('archive.confirmRecoveryCode', { positions: [0, 1], groups: groups.slice(0, 2) });
  return {
    service,
    folder,
    branchId,
    call,
    async refused(name, input) {
      const result = await service.call(name, input);
      if (result.ok) throw new Error(`${name} was not refused`);
      return result.failure;
    },
  };
}
