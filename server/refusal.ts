import type { RefusalCode } from '../contract/snapshot.ts';

/** HTTP status of each refusal. None of them is worth repeating the same request for. */
const statuses: Record<RefusalCode, number> = {
  'bad-token': 401,
  'bad-request': 400,
  'too-large': 413,
  'quota-exceeded': 507,
  'already-received': 409,
  'wrong-hash': 460,
  'not-a-snapshot': 422,
  'bad-signature': 422,
  'unknown-signer': 403,
  'wrong-branch': 403,
  replayed: 409,
  'chain-broken': 409,
};

/** An error in the shape that tus wants: status and body; the body is the contract's `Refusal`. */
export class Refused extends Error {
  readonly status_code: number;
  readonly body: string;
  readonly refusal: RefusalCode;
  constructor(refusal: RefusalCode, detail = '') {
    super(refusal);
    this.name = 'Refused';
    this.refusal = refusal;
    this.status_code = statuses[refusal];
    this.body = JSON.stringify({ refused: refusal, detail });
  }
}
