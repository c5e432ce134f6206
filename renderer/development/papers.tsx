import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DevelopmentCaseView, DevelopmentDocument } from '../../contract/development.ts';
import type { StepTemplate } from '../../contract/development-process.ts';
import { documentStateNames } from '../../rules/codes/development.ts';
import { newId } from '../data/new-id.ts';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
import { CheckField } from '../ui/check-field.tsx';
import { DateField } from '../ui/date-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useReviewers } from './use-reviewers.ts';

const words = text.development.step;
const states = ['missing', 'submitted', 'accepted', 'returned'] as const;

/** The papers of a step as registered, and those that the template asks for. */
export function papersOfStep(record: DevelopmentCaseView, template: StepTemplate): DevelopmentDocument[] {
  const own = record.documents.filter((each) => each.stepNo === template.no);
  const titles = template.documents.map(({ title }) => title);
  const others = own.filter((each) => !titles.includes(each.title));
  const asked = titles.map((title) => own.find((each) => each.title === title) ?? blankPaper(template.no, title));
  return [...asked, ...others];
}

function blankPaper(stepNo: number, title: string): DevelopmentDocument {
  return {
    id: newId(),
    stepNo,
    title,
    state: 'missing',
    returnReason: '',
    hasBeenSeen: false,
    pages: null,
    location: '',
    submittedBy: '',
    submittedOn: null,
    reviewer: '',
    submissionEnteredBy: null,
    reviewedOn: null,
  };
}

/** State of each paper of a step, and of those that are there: pages, place, who handed in, who reviewed. */
export function Papers({
  papers,
  template,
  person,
  day,
  file,
  onChange,
}: {
  papers: readonly DevelopmentDocument[];
  template: StepTemplate;
  /** Whose file it is, and the day of the step: what most often is true of a paper. */
  person: string;
  day: string;
  /** The file as it is saved: scans are attached to its papers. */
  file: Pick<DevelopmentCaseView, 'id' | 'documents'>;
  onChange(papers: DevelopmentDocument[]): void;
}) {
  const [title, setTitle] = useState('');
  const reviewerOf = useReviewers();
  const put = (id: string, part: Partial<DevelopmentDocument>) =>
    onChange(papers.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const withState = (paper: DevelopmentDocument, state: DevelopmentDocument['state']): DevelopmentDocument => ({
    ...paper,
    state,
    hasBeenSeen: state === 'accepted' || (state !== 'missing' && paper.hasBeenSeen),
    submittedBy: state === 'missing' ? '' : paper.submittedBy || person,
    submittedOn: state === 'missing' ? null : submittedOn(paper, state),
    reviewedOn: state === 'accepted' || state === 'returned' ? (paper.reviewedOn ?? (day || null)) : null,
    reviewer:
      state === 'accepted' || state === 'returned' ? paper.reviewer || reviewerOf(paper.submittedBy || person) : '',
  });
  /** What was handed back comes in anew. */
  function submittedOn(paper: DevelopmentDocument, state: DevelopmentDocument['state']): string | null {
    const isAnew = state === 'submitted' && paper.state === 'returned';
    return isAnew ? day || null : (paper.submittedOn ?? (day || null));
  }
  const isOptional = (paper: DevelopmentDocument) =>
    template.documents.find((each) => each.title === paper.title)?.isOptional ?? true;
  const all = (state: 'submitted' | 'accepted') =>
    onChange(papers.map((each) => (isOptional(each) && each.state === 'missing' ? each : withState(each, state))));

  function add(): void {
    if (title.trim() === '') return;
    onChange([...papers, withState(blankPaper(template.no, title.trim()), 'submitted')]);
    setTitle('');
  }

  return (
    <fieldset className="development-papers field-wide">
      <legend>{words.documents}</legend>
      <div className="development-paper-all">
        <span className="note">{words.allPapers}</span>
        <Button size="small" onClick={() => all('submitted')}>
          {words.allSubmitted}
        </Button>
        <Button size="small" onClick={() => all('accepted')}>
          {words.allAccepted}
        </Button>
      </div>
      {papers.map((paper) => (
        <Paper
          key={paper.id}
          paper={paper}
          isOptional={isOptional(paper)}
          fileId={file.documents.some(({ id }) => id === paper.id) ? file.id : null}
          onState={(state) => put(paper.id, withState(paper, state))}
          onChange={(part) => put(paper.id, part)}
        />
      ))}
      <div className="development-paper-all">
        <TextField
          size="small"
          label={words.furtherPaper}
          placeholder={words.furtherPaper}
          value={title}
          onChange={setTitle}
          maxLength={200}
        />
        <Button size="small" disabled={title.trim() === ''} onClick={add}>
          {words.addPaper}
        </Button>
      </div>
    </fieldset>
  );
}

function Paper({
  paper,
  isOptional,
  fileId,
  onState,
  onChange,
}: {
  paper: DevelopmentDocument;
  isOptional: boolean;
  /** The file the paper is saved in; `null` before its first save. */
  fileId: string | null;
  onState(state: DevelopmentDocument['state']): void;
  onChange(part: Partial<DevelopmentDocument>): void;
}) {
  const named = (what: string) => `${paper.title} ${what}`;
  const isReviewed = paper.state === 'accepted' || paper.state === 'returned';
  return (
    <div className="development-paper">
      <div className="development-paper-line">
        <span className="development-paper-title">
          {paper.title}
          {isOptional && <span className="note">{words.optional}</span>}
        </span>
        {fileId !== null && (
          <AttachmentsButton
            size="small"
            owner={{ record: 'developmentCase', recordId: fileId, part: paper.id }}
            name={paper.title}
            takesDrops={false}
            label={text.attachments.scan}
          />
        )}
        <SelectField
          size="small"
          label={paper.title}
          value={paper.state}
          options={states.map((value) => ({ value, label: documentStateNames[value] }))}
          onChange={(state) => onState(state ?? 'missing')}
        />
      </div>
      {paper.state !== 'missing' && (
        <div className="development-paper-facts">
          <CheckField
            label={words.seen}
            isChecked={paper.hasBeenSeen}
            onChange={(hasBeenSeen) => onChange({ hasBeenSeen })}
          />
          <Labelled name={words.pages}>
            <NumberField
              size="small"
              label={named(words.pages)}
              value={paper.pages}
              least={1}
              most={5000}
              onChange={(pages) => onChange({ pages })}
            />
          </Labelled>
          <Labelled name={words.location}>
            <TextField
              size="small"
              label={named(words.location)}
              value={paper.location}
              onChange={(location) => onChange({ location })}
            />
          </Labelled>
          <Labelled name={words.submittedBy}>
            <TextField
              size="small"
              label={named(words.submittedBy)}
              value={paper.submittedBy}
              onChange={(submittedBy) => onChange({ submittedBy })}
            />
          </Labelled>
          <Labelled name={words.submittedOn}>
            <DateField
              size="small"
              label={named(words.submittedOn)}
              value={paper.submittedOn}
              onChange={(submittedOn) => onChange({ submittedOn })}
            />
          </Labelled>
          {isReviewed && (
            <>
              <Labelled name={words.reviewer}>
                <TextField
                  size="small"
                  label={named(words.reviewer)}
                  value={paper.reviewer}
                  onChange={(reviewer) => onChange({ reviewer })}
                />
              </Labelled>
              <Labelled name={words.reviewedOn}>
                <DateField
                  size="small"
                  label={named(words.reviewedOn)}
                  value={paper.reviewedOn}
                  onChange={(reviewedOn) => onChange({ reviewedOn })}
                />
              </Labelled>
            </>
          )}
          {paper.state === 'returned' && (
            <Labelled name={words.returnReason}>
              <TextField
                size="small"
                label={named(words.returnReason)}
                value={paper.returnReason}
                onChange={(returnReason) => onChange({ returnReason })}
              />
            </Labelled>
          )}
        </div>
      )}
    </div>
  );
}

function Labelled({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="development-paper-fact">
      <span className="note" aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}
