import type { Failure } from '../../contract/failure.ts';
import type { PointsScheme } from '../../contract/points.ts';
import { pointsApprovalNames, pointsCycleNames, pointsJoinerNames, pointsVetoNames } from '../../rules/codes/points.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { NumberField } from '../ui/number-field.tsx';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PointsField } from './points-field.tsx';
import { RowsField } from './rows-field.tsx';
import { usePeople } from './use-people.ts';

const words = text.points.scheme;

/** Everything of a scheme but its items. */
export function SchemeFields({
  draft,
  failure,
  reason,
  onChange,
  onReason,
}: {
  draft: PointsScheme;
  failure: Failure | undefined;
  /** Left out for a new scheme. */
  reason: string | undefined;
  onChange(part: Partial<PointsScheme>): void;
  onReason(reason: string): void;
}) {
  const { asOf } = useWorkspace();
  const people = usePeople();
  const ask = useConfirm();
  const problem = (field: string) => fieldProblem(failure, field);

  async function rank(isRanked: boolean): Promise<void> {
    const question = { title: words.rankingTitle, body: words.rankingBody, action: words.rankingAction };
    if (!isRanked || (await ask(question))) onChange({ isRanked });
  }

  return (
    <div className="points-form points-scroll">
      <Field label={words.name} isRequired error={problem('name')} className="points-wide">
        <TextField maxLength={60} value={draft.name} onChange={(name) => onChange({ name })} />
      </Field>
      <Field label={words.source} isRequired hint={words.sourceHint} error={problem('source')} className="points-wide">
        <TextField lines={3} maxLength={2000} value={draft.source} onChange={(source) => onChange({ source })} />
      </Field>
      <Field label={words.fromYear} hint={words.fromYearHint} error={problem('fromYear')}>
        <NumberField value={draft.fromYear} onChange={(fromYear) => onChange({ fromYear })} />
      </Field>
      <Field label={words.toYear} error={problem('toYear')}>
        <NumberField value={draft.toYear} onChange={(toYear) => onChange({ toYear })} />
      </Field>
      <Field label={words.cycle} error={problem('cycle')}>
        <SelectField
          value={draft.cycle}
          options={optionsOf(pointsCycleNames)}
          onChange={(cycle) => cycle !== null && onChange({ cycle })}
        />
      </Field>
      <Field label={words.base} isRequired error={problem('base')}>
        <PointsField tenths={draft.base} onChange={(base) => onChange({ base: base ?? Number.NaN })} />
      </Field>
      <Field label={words.floor} hint={words.noLimit} error={problem('floor')}>
        <PointsField mayBeNegative tenths={draft.floor} onChange={(floor) => onChange({ floor })} />
      </Field>
      <Field label={words.capPoints} hint={words.noLimit} error={problem('cap')}>
        <PointsField mayBeNegative tenths={draft.cap} onChange={(cap) => onChange({ cap })} />
      </Field>
      <Field label={words.carry} hint={words.carryHint} error={problem('carryPercent')} className="points-wide">
        <NumberField
          least={0}
          most={100}
          value={draft.carryPercent}
          onChange={(carryPercent) => onChange({ carryPercent: carryPercent ?? Number.NaN })}
        />
      </Field>
      <Field label={words.veto} error={problem('veto')}>
        <SelectField
          value={draft.veto}
          options={optionsOf(pointsVetoNames)}
          onChange={(veto) => veto !== null && onChange({ veto })}
        />
      </Field>
      <Field label={words.joiners} error={problem('joiners')}>
        <SelectField
          value={draft.joiners}
          options={optionsOf(pointsJoinerNames)}
          onChange={(joiners) => joiners !== null && onChange({ joiners })}
        />
      </Field>
      <Field label={words.approval} error={problem('approval')} className="points-wide">
        <SelectField
          value={draft.approval}
          options={optionsOf(pointsApprovalNames)}
          onChange={(approval) => approval !== null && onChange({ approval })}
        />
      </Field>
      <Field
        label={words.mobileMonths}
        hint={words.mobileHint}
        error={problem('exemptsMobileMonths')}
        className="points-wide"
      >
        <NumberField
          least={1}
          most={60}
          value={draft.exemptsMobileMonths}
          onChange={(exemptsMobileMonths) => onChange({ exemptsMobileMonths })}
        />
      </Field>
      <div className="points-wide">
        <CheckField
          label={words.exemptsRetired}
          isChecked={draft.exemptsRetired}
          onChange={(exemptsRetired) => onChange({ exemptsRetired })}
        />
      </div>
      <RowsField
        title={words.exemptions}
        rows={draft.exemptions}
        add={words.addExemption}
        shape="with-person"
        error={problem('exemptions')}
        blank={() => ({ memberId: people[0]?.value ?? '', from: asOf, to: null, reason: '' })}
        onChange={(exemptions) => onChange({ exemptions })}
        render={(row, change) => (
          <>
            <SelectField
              size="small"
              label={words.member}
              value={row.memberId === '' ? null : row.memberId}
              options={people}
              onChange={(memberId) => change({ memberId: memberId ?? '' })}
            />
            <DateField
              size="small"
              label={words.from}
              value={row.from}
              onChange={(from) => change({ from: from ?? '' })}
            />
            <DateField size="small" label={words.to} value={row.to} onChange={(to) => change({ to })} />
            <TextField
              size="small"
              label={words.reason}
              placeholder={words.reason}
              value={row.reason}
              onChange={(why) => change({ reason: why })}
            />
          </>
        )}
      />
      <RowsField
        title={words.categoryCaps}
        rows={draft.categoryCaps}
        add={words.addCategoryCap}
        shape="with-two"
        error={problem('categoryCaps')}
        blank={() => ({ category: '', tenths: 200 })}
        onChange={(categoryCaps) => onChange({ categoryCaps })}
        render={(row, change) => (
          <>
            <TextField
              size="small"
              label={words.category}
              value={row.category}
              onChange={(category) => change({ category })}
            />
            <PointsField
              size="small"
              label={words.cap}
              tenths={row.tenths}
              onChange={(tenths) => change({ tenths: tenths ?? Number.NaN })}
            />
          </>
        )}
      />
      <RowsField
        title={words.bands}
        rows={draft.bands}
        add={words.addBand}
        shape="with-two"
        error={problem('bands')}
        blank={() => ({ name: '', from: 0 })}
        onChange={(bands) => onChange({ bands })}
        render={(row, change) => (
          <>
            <TextField size="small" label={words.band} value={row.name} onChange={(name) => change({ name })} />
            <PointsField
              size="small"
              mayBeNegative
              label={words.bandFrom}
              tenths={row.from}
              onChange={(from) => change({ from: from ?? Number.NaN })}
            />
          </>
        )}
      />
      <div className="points-wide">
        <CheckField label={words.ranking} isChecked={draft.isRanked} onChange={(isRanked) => void rank(isRanked)} />
        <p className="note">{words.rankingHint}</p>
      </div>
      {reason !== undefined && (
        <Field label={words.changeReason} className="points-wide">
          <TextField maxLength={200} value={reason} onChange={onReason} />
        </Field>
      )}
    </div>
  );
}
