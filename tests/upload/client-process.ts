import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ChainState, type ChainStore, newChain } from '../../service/upload/chain.ts';
import { pushSnapshot } from '../../service/upload/push.ts';
import { MemorySecrets } from '../snapshot/sample.ts';
import { pushRequest } from './pusher.ts';

/**
 * A client for the kill test, run as a process of its own:
 * `client-process.ts URL TOKEN STATE-FILE OUTBOX RECIPIENT kill|finish`. With `kill` it ends itself by SIGKILL when
 * half of the file is there. Prints the first progress and the result as JSON.
 */
const [url = '', token = '', stateFile = '', outbox = '', recipient = '', mode = ''] = process.argv.slice(2);

const store: ChainStore = {
  load: () => (existsSync(stateFile) ? ChainState.parse(JSON.parse(readFileSync(stateFile, 'utf8'))) : newChain()),
  save: (state) => writeFileSync(stateFile, JSON.stringify(state)),
};
if (!existsSync(stateFile)) store.save(newChain());

let first: number | null = null;
const result = await pushSnapshot(
  pushRequest({
    target: { url, token, authority: null },
    outbox,
    store,
    secrets: new MemorySecrets(),
    recipient,
    members: 2000,
    transport: { chunkBytes: 64 * 1024 },
    onProgress: (done, total) => {
      first ??= done;
      if (mode === 'kill' && done > total / 2) process.kill(process.pid, 'SIGKILL');
    },
  }),
);
console.log(JSON.stringify({ first, resumed: result.resumed, bytes: result.receipt.bytes, file: result.receipt.file }));
