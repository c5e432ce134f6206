import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import { useClient, useShell } from '../data/client-context.tsx';
import { failureOf } from '../data/failure-of.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { localTime } from '../ui/local-time.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { archiveLabel, type ChosenArchive, chooseArchive } from './choose.ts';
import type { Enter, EntranceView } from './entrance.tsx';
import { OpenProblem } from './open-problem.tsx';
import { Wizard } from './wizard.tsx';

/** The archives of this machine and the passphrase; below, the other ways in. */
export function OpenArchive({ onGo, onEntered }: { onGo(place: EntranceView): void; onEntered: Enter }) {
  const client = useClient();
  const shell = useShell();
  const [list, setList] = useState<readonly ChosenArchive[]>();
  const [chosen, setChosen] = useState<ChosenArchive>();
  const [passphrase, setPassphrase] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const people = usePeopleOf(chosen);
  const [failure, setFailure] = useState<Failure>();
  const [isOpening, setIsOpening] = useState(false);
  const { start } = text.firstRun;

  useEffect(() => {
    void shell.recentArchives().then((recent) => {
      setList(recent);
      setChosen(recent.find(({ isPresent }) => isPresent));
    });
  }, [shell]);

  async function open(archive: ChosenArchive, typed: string): Promise<void> {
    if (typed === '' || isOpening) return;
    setIsOpening(true);
    setFailure(undefined);
    try {
      // A passphrase that was wrong has used the grant up.
      const granted = await shell.grantAgain(archive.token);
      const status = await client.call('archive.open', {
        folder: granted?.token ?? archive.token,
        passphrase: typed,
        ...(person !== null && people.includes(person) ? { person } : {}),
      });
      await shell.rememberArchive(archive.token);
      // Only the secretary can print another recovery code; for others there is nothing to prove.
      if (status.isRecoveryConfirmed || !status.rights.includes('manage')) onEntered(status);
      else onGo({ view: 'prove', status, passphrase: typed });
    } catch (error) {
      setFailure(failureOf(error));
      setPassphrase('');
    } finally {
      setIsOpening(false);
    }
  }

  async function chooseElsewhere(): Promise<void> {
    const archive = await chooseArchive(shell);
    if (archive === null) return;
    setFailure(undefined);
    setList((last) => [archive, ...(last ?? []).filter(({ token }) => token !== archive.token)]);
    setChosen(archive);
  }

  async function forget(archive: ChosenArchive): Promise<void> {
    await shell.forgetArchive(archive.token);
    const rest = (list ?? []).filter(({ token }) => token !== archive.token);
    setList(rest);
    setFailure(undefined);
    setChosen(rest.find(({ isPresent }) => isPresent));
  }

  if (list === undefined) return null;
  if (failure !== undefined && !onForm.has(failure.code) && chosen !== undefined) {
    return (
      <OpenProblem
        failure={failure}
        archive={chosen}
        onBack={() => setFailure(undefined)}
        onChoose={() => void chooseElsewhere()}
        onForget={() => void forget(chosen)}
        onCopies={() => onGo({ view: 'copies', archive: chosen })}
      />
    );
  }

  return (
    <Wizard
      title={list.length === 0 ? start.firstTitle : start.openTitle}
      {...(list.length === 0 ? { introduction: start.firstIntroduction } : {})}
    >
      <div className={list.length === 0 ? 'wizard-choices' : 'entrance'}>
        {list.length > 0 && (
          <div className="entrance-open">
            <ul className="entrance-recent" aria-label={start.recent}>
              {list.map((archive) => (
                <li key={archive.token}>
                  <button
                    type="button"
                    className={`wizard-choice ${archive.token === chosen?.token ? 'wizard-chosen' : ''}`}
                    aria-pressed={archive.token === chosen?.token}
                    onClick={() => {
                      setChosen(archive);
                      setFailure(archive.isPresent ? undefined : { code: 'archive-missing' });
                    }}
                  >
                    <strong>{archiveLabel(archive.name)}</strong>
                    <span className="note">
                      {archive.isPresent
                        ? archive.openedAt === null
                          ? start.chosen(archive.name)
                          : start.openedAt(localTime(archive.openedAt))
                        : start.absent}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {chosen !== undefined && (
              <>
                {people.length > 1 && (
                  <Field label={text.people.atEntrance} hint={text.people.atEntranceHint}>
                    <SelectField
                      value={person}
                      isClearable
                      options={people.map((name) => ({ value: name, label: name }))}
                      onChange={setPerson}
                    />
                  </Field>
                )}
                <Field label={start.passphrase}>
                  <TextField
                    key={chosen.token}
                    value={passphrase}
                    onChange={setPassphrase}
                    onEnter={(typed) => void open(chosen, typed)}
                    isSecret
                    isFirst
                  />
                </Field>
                {failure !== undefined && (
                  <FailurePanel
                    failure={failure}
                    actions={
                      <Button size="small" onClick={() => onGo({ view: 'recover', archive: chosen })}>
                        {start.recover}
                      </Button>
                    }
                  />
                )}
                <div>
                  <Button
                    type="primary"
                    loading={isOpening}
                    disabled={passphrase === ''}
                    onClick={() => void open(chosen, passphrase)}
                  >
                    {start.open(archiveLabel(chosen.name))}
                  </Button>
                </div>
              </>
            )}
          </div>
        )}
        <div className="wizard-choices">
          {list.length > 0 && <h2>{start.others}</h2>}
          <Choice title={start.create} note={start.createNote} onChoose={() => onGo({ view: 'create' })} />
          <Choice title={start.demo} note={start.demoNote} onChoose={() => onGo({ view: 'demo' })} />
          <Choice title={start.elsewhere} note={start.elsewhereNote} onChoose={() => void chooseElsewhere()} />
          <Choice
            title={start.recover}
            note={start.recoverNote}
            onChoose={() => onGo({ view: 'recover', archive: chosen ?? null })}
          />
        </div>
      </div>
    </Wizard>
  );
}

/** Failures that are mended where the passphrase is typed. */
const onForm: ReadonlySet<string> = new Set(['wrong-passphrase', 'person-unclear']);

/** Names of those who can open an archive, as its key file shows them; none while they are not known. */
function usePeopleOf(archive: ChosenArchive | undefined): readonly string[] {
  const client = useClient();
  const shell = useShell();
  const [known, setKnown] = useState<{ token: string; people: readonly string[] }>();
  const token = archive?.isPresent ? archive.token : undefined;
  useEffect(() => {
    if (token === undefined) return undefined;
    let isGone = false;
    const ask = async () => {
      const granted = await shell.grantAgain(token);
      if (granted === null) return;
      const { people } = await client.call('archive.people', { folder: granted.token });
      if (!isGone) setKnown({ token, people });
    };
    // An archive that cannot be read says so when it is opened.
    ask().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [client, shell, token]);
  return known !== undefined && known.token === token ? known.people : [];
}

function Choice({ title, note, onChoose }: { title: string; note: string; onChoose(): void }) {
  return (
    <button type="button" className="wizard-choice" onClick={onChoose}>
      <strong>{title}</strong>
      <span className="note">{note}</span>
    </button>
  );
}
