import { Button } from 'antd';
import { useState } from 'react';
import { AgeRecipient } from '../../contract/snapshot.ts';
import type { SnapshotStatus } from '../../contract/snapshot-operations.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.snapshots.target;

/** Whom snapshots are sealed to and where they are sent. The token is never shown again. */
export function TargetPanel({ status, onSaved }: { status: SnapshotStatus; onSaved(): void }) {
  const { target } = status;
  const [recipients, setRecipients] = useState(target.recipients.join('\n'));
  const [url, setUrl] = useState(target.url);
  const [token, setToken] = useState('');
  const [authority, setAuthority] = useState('');
  const [hasAuthorityField, setHasAuthorityField] = useState(target.hasAuthority);
  const saving = useSave('snapshot.saveTarget');
  const startingOver = useSave('snapshot.startOver');
  const ask = useConfirm();
  const lines = recipients
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const wrongLine = lines.findIndex((line) => !AgeRecipient.safeParse(line).success);
  const isTokenWrong = token !== '' && !/^[A-Za-z0-9_-]{10,100}$/.test(token.trim());
  const isAuthorityWrong = authority.trim() !== '' && !authority.includes('-----BEGIN CERTIFICATE-----');
  const isWrong = wrongLine >= 0 || isTokenWrong || isAuthorityWrong;

  async function save(): Promise<void> {
    if (isWrong) return;
    const saved = await saving.save({
      recipients: lines,
      url: url.trim(),
      ...(token === '' ? {} : { token: token.trim() }),
      ...(authority.trim() === '' ? {} : { authority }),
    });
    if (saved === undefined) return;
    setToken('');
    setAuthority('');
    onSaved();
  }
  async function startOver(): Promise<void> {
    const question = { title: words.startOverTitle, body: words.startOverBody, action: words.startOverAction };
    if ((await ask(question)) && (await startingOver.save({})) !== undefined) onSaved();
  }

  const failure = saving.failure ?? startingOver.failure;
  return (
    <Panel title={words.title}>
      <div className="snapshots-form">
        {failure !== undefined && <FailurePanel failure={failure} />}
        <Field
          label={words.recipient}
          hint={words.recipientHint}
          error={wrongLine < 0 ? undefined : words.badRecipient(wrongLine + 1)}
          isRequired
        >
          <TextField value={recipients} onChange={setRecipients} lines={2} maxLength={20_000} />
        </Field>
        <Field label={words.url} hint={words.urlHint}>
          <TextField value={url} onChange={setUrl} maxLength={300} placeholder="https://" />
        </Field>
        <Field label={words.token} error={isTokenWrong ? words.badToken : undefined}>
          <TextField
            value={token}
            onChange={setToken}
            maxLength={120}
            placeholder={target.hasToken ? words.tokenKept : words.tokenMissing}
            isSecret
          />
        </Field>
        {hasAuthorityField && (
          <Field
            label={words.authority}
            hint={words.authorityHint}
            error={isAuthorityWrong ? words.badAuthority : undefined}
          >
            <TextField
              value={authority}
              onChange={setAuthority}
              lines={2}
              maxLength={20_000}
              {...(target.hasAuthority ? { placeholder: words.authorityKept } : {})}
            />
          </Field>
        )}
        <div className="snapshots-buttons">
          {!hasAuthorityField && <Button onClick={() => setHasAuthorityField(true)}>{words.addAuthority}</Button>}
          {status.lastDelivered !== null && (
            <PermitButton right="configure" loading={startingOver.isSaving} onClick={() => void startOver()}>
              {words.startOver}
            </PermitButton>
          )}
          <PermitButton right="configure" loading={saving.isSaving} disabled={isWrong} onClick={() => void save()}>
            {words.save}
          </PermitButton>
        </div>
      </div>
    </Panel>
  );
}
