import { Button } from 'antd';
import type { Lesson } from '../../contract/course.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.courses.editor;

/** The lessons in their order: each a resource of the library, or a text of its own, and how long it takes. */
export function LessonRows({
  lessons,
  error,
  onChange,
}: {
  lessons: readonly Lesson[];
  error: string | undefined;
  onChange(lessons: Lesson[]): void;
}) {
  const { branch } = useWorkspace();
  const library = useOperation('resource.list', { branchId: branch.id }, { records: ['resource'] });
  const options = (library.value ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const change = (id: string, part: Partial<Lesson>) =>
    onChange(lessons.map((lesson) => (lesson.id === id ? { ...lesson, ...part } : lesson)));
  const add = () =>
    onChange([
      ...lessons,
      { id: newId(), title: words.newLesson(lessons.length + 1), resourceId: null, text: '', minutes: 45 },
    ]);

  return (
    <fieldset className="course-lessons training-wide">
      <legend className="field-label">{words.lessons}</legend>
      {lessons.map((lesson, index) => {
        const name = words.lesson(index + 1);
        return (
          <div key={lesson.id} className="course-lesson">
            <div className="course-lesson-head">
              <TextField
                size="small"
                maxLength={200}
                label={`${name} ${words.lessonTitle}`}
                value={lesson.title}
                onChange={(title) => change(lesson.id, { title })}
              />
              <NumberField
                size="small"
                least={0}
                most={6000}
                label={`${name} ${words.minutes}`}
                suffix={words.minutes}
                value={lesson.minutes}
                onChange={(minutes) => change(lesson.id, { minutes: minutes ?? Number.NaN })}
              />
              <Button
                size="small"
                aria-label={words.removeLesson(index + 1)}
                onClick={() => onChange(lessons.filter(({ id }) => id !== lesson.id))}
              >
                ×
              </Button>
            </div>
            <SelectField
              size="small"
              isClearable
              label={`${name} ${words.lessonResource}`}
              placeholder={words.ownText}
              value={lesson.resourceId}
              options={options}
              onChange={(resourceId) => {
                const title = options.find(({ value }) => value === resourceId)?.label;
                const isUnnamed = lesson.title === words.newLesson(index + 1);
                change(lesson.id, { resourceId, ...(isUnnamed && title !== undefined ? { title } : {}) });
              }}
            />
            {lesson.resourceId === null && (
              <TextField
                size="small"
                lines={2}
                label={`${name} ${words.lessonText}`}
                placeholder={words.lessonText}
                value={lesson.text}
                onChange={(content) => change(lesson.id, { text: content })}
              />
            )}
          </div>
        );
      })}
      {error !== undefined && <p className="field-error note">{error}</p>}
      <div>
        <Button size="small" onClick={add}>
          {words.addLesson}
        </Button>
      </div>
    </fieldset>
  );
}
