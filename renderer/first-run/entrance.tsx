import { useState } from 'react';
import type { ArchiveStatus } from '../../contract/archive.ts';
import type { Route } from '../data/route.ts';
import { text } from '../text/zh-CN.ts';
import type { ChosenArchive } from './choose.ts';
import { CreateArchive } from './create-archive.tsx';
import { CreateDemo } from './create-demo.tsx';
import { OpenArchive } from './open-archive.tsx';
import { ProveRecovery } from './prove-recovery.tsx';
import { Recover } from './recover.tsx';
import { RestoreCopy } from './restore-copy.tsx';

export type EntranceView =
  | { view: 'open' }
  | { view: 'create' }
  | { view: 'demo' }
  | { view: 'recover'; archive: ChosenArchive | null }
  | { view: 'copies'; archive: ChosenArchive }
  /** Opened, but the recovery code was never typed back: a new one is made and proved first. */
  | { view: 'prove'; status: ArchiveStatus; passphrase: string };

export type Enter = (status: ArchiveStatus, route?: Route) => void;

/** What is shown while no archive is open. */
export function Entrance({ onEntered }: { onEntered: Enter }) {
  const [place, setPlace] = useState<EntranceView>({ view: 'open' });
  const back = () => setPlace({ view: 'open' });
  switch (place.view) {
    case 'open':
      return <OpenArchive onGo={setPlace} onEntered={onEntered} />;
    case 'create':
      return <CreateArchive onBack={back} onEntered={onEntered} />;
    case 'demo':
      return <CreateDemo onBack={back} onEntered={onEntered} />;
    case 'recover':
      return <Recover archive={place.archive} onBack={back} onGo={setPlace} onEntered={onEntered} />;
    case 'copies':
      return <RestoreCopy archive={place.archive} onBack={back} onEntered={onEntered} />;
    case 'prove':
      return (
        <ProveRecovery
          status={place.status}
          passphrase={place.passphrase}
          note={text.firstRun.recovery.again}
          onProved={() => onEntered({ ...place.status, isRecoveryConfirmed: true })}
        />
      );
  }
}
