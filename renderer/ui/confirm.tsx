import { Button } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { text } from '../text/zh-CN.ts';
import { Dialog } from './dialog.tsx';

export interface Question {
  title: string;
  /** What will happen, with how many and what it means. */
  body: string;
  /** Whom or what it is about, by name. */
  names?: readonly string[];
  /** The action and its object, such as 恢复 11月23日的备份; never 确定. */
  action: string;
  /** What not doing it is called. */
  stay?: string;
}

type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask | null>(null);

/** Shows the questions that {@link useConfirm} asks. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ question: Question; answer(isYes: boolean): void } | null>(null);
  const ask = useCallback<Ask>(
    (question) =>
      new Promise((resolve) =>
        setAsked({
          question,
          answer: (isYes) => {
            setAsked(null);
            resolve(isYes);
          },
        }),
      ),
    [],
  );
  return (
    <ConfirmContext value={ask}>
      {children}
      {asked !== null && (
        <Dialog
          title={asked.question.title}
          onClose={() => asked.answer(false)}
          actions={
            <>
              {/* Enter must not do what cannot be undone. */}
              <Button autoFocus onClick={() => asked.answer(false)}>
                {asked.question.stay ?? text.action.cancel}
              </Button>
              <Button type="primary" onClick={() => asked.answer(true)}>
                {asked.question.action}
              </Button>
            </>
          }
        >
          <p>{asked.question.body}</p>
          {asked.question.names !== undefined && asked.question.names.length > 0 && (
            <p className="dialog-names">{asked.question.names.join('、')}</p>
          )}
        </Dialog>
      )}
    </ConfirmContext>
  );
}

/** Asks before what cannot be undone; the answer is whether to go on. */
export function useConfirm(): Ask {
  const ask = useContext(ConfirmContext);
  if (ask === null) throw new Error('there is nobody to ask above this component');
  return ask;
}
