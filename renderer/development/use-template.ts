import type { DevelopmentTemplate, StepTemplate } from '../../contract/development-process.ts';
import { stepOn, type Templates, templateOn } from '../../rules/development-template.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';

/** The steps as they are valid on the as-of date, and a step as it was laid down on a day. */
export function useTemplate(): {
  template: DevelopmentTemplate | undefined;
  stepOf(no: number, day: string): StepTemplate | undefined;
} {
  const { asOf } = useWorkspace();
  const { value } = useOperation('developmentTemplate.list', {}, { records: ['developmentTemplate'] });
  const templates: Templates = value ?? [];
  return {
    template: templates.length === 0 ? undefined : templateOn(templates, asOf),
    stepOf: (no, day) => (templates.length === 0 ? undefined : stepOn(templates, no, day)),
  };
}
