import { editClause } from './edit/change-tree.ts';
import type { WorkClause } from './edit/work-pack.ts';
import { useEditing } from './edit-context.ts';
import { LinesEditor } from './LinesEditor.tsx';

type ListName = 'evidence' | 'checks' | 'deductions';
const words: Readonly<Record<ListName, string>> = { evidence: '建议佐证', checks: '检查方法', deductions: '扣分标准' };

/** One of a clause's lists of texts. */
export function TextList({ clause, name }: { clause: WorkClause; name: ListName }) {
  const { store } = useEditing();
  const word = words[name];
  const edit = (change: (texts: string[]) => string[], group?: string) =>
    store
      .getState()
      .edit(
        `修改${word}（${clause.code}）`,
        (work) => editClause(work, clause.key, (before) => ({ ...before, [name]: change(before[name] ?? []) })),
        group,
      );
  return (
    <LinesEditor
      title={word}
      groups={[{ id: name, name: word, lines: clause[name] ?? [] }]}
      onReplace={({ at }, count, texts) =>
        edit(
          (before) => before.toSpliced(at, count, ...texts),
          count === 1 && texts.length === 1 ? `${clause.key}:${name}:${at}` : undefined,
        )
      }
      onMove={(from, to) =>
        edit((before) => before.toSpliced(from.at, 1).toSpliced(to.at, 0, ...before.slice(from.at, from.at + 1)))
      }
    />
  );
}
