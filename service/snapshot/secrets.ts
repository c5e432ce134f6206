/**
 * Small values that live inside the encrypted archive and nowhere else: the signing key, the branch's own age
 * identity, the upload token, the state of the chain. `service/snapshots.ts` gives it the archive's table.
 */
export interface SecretStore {
  getSecret(name: string): Buffer | null;
  setSecret(name: string, value: Buffer): void;
}
