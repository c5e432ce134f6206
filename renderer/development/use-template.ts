import type { DevelopmentTemplate } from '../../contract/development-process.ts';
import { useOperation } from '../data/use-operation.ts';

/** The 25 steps, and what a step is called. */
export function useTemplate(): { template: DevelopmentTemplate | undefined; stepName(no: number): string } {
  const { value } = useOperation('developmentCase.template', {}, { records: [] });
  return {
    template: value,
    stepName: (no) => value?.steps.find((step) => step.no === no)?.name ?? '',
  };
}
