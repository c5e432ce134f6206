import { findRuntime, type Runtime } from './runtime/runtime.ts';
import { supplySystemPackages, testPackages, windowPackages } from './runtime/system-packages.ts';

/** Makes the machine able to open the window, or to run the tests; says what it does, only when it does something. */
export async function prepare(purpose: 'window' | 'tests'): Promise<Runtime> {
  await supplySystemPackages(purpose === 'tests' ? testPackages : windowPackages);
  return findRuntime();
}
