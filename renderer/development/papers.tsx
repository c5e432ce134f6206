import type { DevelopmentCaseView, DevelopmentDocument } from '../../contract/development.ts';
import type { StepTemplate } from '../../contract/development-process.ts';
import { documentStateNames } from '../../rules/codes/development.ts';
import { newId } from '../data/new-id.ts';
import { text } from '../text/zh-CN.ts';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.development.step;
const states = ['missing', 'submitted', 'accepted', 'returned'] as const;

/** The papers of a step as registered, and those that the template asks for. */
export function papersOfStep(record: DevelopmentCaseView, template: StepTemplate): DevelopmentDocument[] {
  const own = record.documents.filter((each) => each.stepNo === template.no);
  const titles = template.documents.map(({ title }) => title);
  const others = own.filter((each) => !titles.includes(each.title));
  const asked = titles.map(
    (title) =>
      own.find((each) => each.title === title) ?? {
        id: newId(),
        stepNo: template.no,
        title,
        state: 'missing' as const,
        returnReason: '',
        hasBeenSeen: false,
        pages: null,
        location: '',
        submittedBy: '',
        submittedOn: null,
        reviewer: '',
        submissionEnteredBy: null,
        reviewedOn: null,
      },
  );
  return [...asked, ...others];
}

/** State, pages, place and reviewer of each paper of a step. */
export function Papers({
  papers,
  template,
  onChange,
}: {
  papers: readonly DevelopmentDocument[];
  template: StepTemplate;
  onChange(papers: DevelopmentDocument[]): void;
}) {
  const put = (id: string, part: Partial<DevelopmentDocument>) =>
    onChange(papers.map((each) => (each.id === id ? { ...each, ...part } : each)));
  return (
    <fieldset className="development-papers field-wide">
      <legend>{words.documents}</legend>
      {papers.map((paper) => {
        const isOptional = template.documents.find((each) => each.title === paper.title)?.isOptional ?? true;
        const named = (what: string) => `${paper.title} ${what}`;
        return (
          <div key={paper.id} className="development-paper">
            <span className="development-paper-title">
              {paper.title}
              {isOptional && <span className="note">{words.optional}</span>}
            </span>
            <SelectField
              label={paper.title}
              value={paper.state}
              options={states.map((value) => ({ value, label: documentStateNames[value] }))}
              onChange={(state) => put(paper.id, { state: state ?? 'missing', hasBeenSeen: state === 'accepted' })}
            />
            <NumberField
              label={named(words.pages)}
              placeholder={words.pages}
              value={paper.pages}
              onChange={(pages) => put(paper.id, { pages })}
            />
            <TextField
              label={named(words.location)}
              placeholder={words.location}
              value={paper.location}
              onChange={(location) => put(paper.id, { location })}
            />
            <TextField
              label={named(words.submittedBy)}
              placeholder={words.submittedBy}
              value={paper.submittedBy}
              onChange={(submittedBy) => put(paper.id, { submittedBy })}
            />
            <TextField
              label={named(words.reviewer)}
              placeholder={words.reviewer}
              value={paper.reviewer}
              onChange={(reviewer) => put(paper.id, { reviewer })}
            />
            {paper.state === 'returned' && (
              <TextField
                className="development-paper-reason"
                label={named(words.returnReason)}
                placeholder={words.returnReason}
                value={paper.returnReason}
                onChange={(returnReason) => put(paper.id, { returnReason })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
