import type { ReactNode } from 'react';
import type { Rational } from '../../../shared/domain/number/rational.ts';
import type { Method } from '../../../shared/domain/standard/standard.ts';
import { methodLabels } from '../../../shared/text/labels.ts';
import { setChapter, setSection } from './edit/change-tree.ts';
import { setInherited } from './edit/methods.ts';
import { setCode } from './edit/recode.ts';
import { usesOfChapter } from './edit/rules.ts';
import { chapterSum, sectionSum } from './edit/totals.ts';
import {
  inheritedMethod,
  type SectionPlace,
  type WorkChapter,
  type WorkPack,
  type WorkSection,
} from './edit/work-pack.ts';
import { useEditing, useWork } from './edit-context.ts';
import { CheckField, ReadField, SelectField, TextField } from './Fields.tsx';
import { asMethod, methodOptions } from './method-options.ts';
import { readCode } from './read-fields.ts';
import { ScoreShare } from './ScoreShare.tsx';
import { TitleField } from './TitleField.tsx';

const words = { chapter: '章', section: '节' } as const;
type GroupKind = keyof typeof words;
type Group = WorkChapter | WorkSection;

function useGroupEdit(kind: GroupKind, { key, code }: Group) {
  const { store } = useEditing();
  return (label: string, change: (before: WorkPack) => WorkPack, name?: string) =>
    store.getState().edit(`${label}（${words[kind]} ${code}）`, change, name && `${key}:${name}`);
}

interface GroupFormProps {
  readonly kind: GroupKind;
  readonly group: Group;
  /** How its clauses are scored when it does not say. */
  readonly inherited: Method;
  /** Of the full scores in it. */
  readonly sum: Rational;
  readonly set: (before: WorkPack, fields: { readonly title?: string; readonly note?: string }) => WorkPack;
  /** The field that only one of the kinds has. */
  readonly ownField: ReactNode;
  /** What is in it. */
  readonly children: ReactNode;
}

/** What chapters and sections have in common: their own few fields; their clauses are in the tree. */
function GroupForm({ kind, group, inherited, sum, set, ownField, children }: GroupFormProps) {
  const work = useWork();
  const edit = useGroupEdit(kind, group);
  return (
    <div className="edit-form" data-testid={`${kind}-form`}>
      <div className="edit-head">
        <ReadField
          label={`${words[kind]}编号`}
          value={group.code}
          shown={group.code}
          read={readCode(work, kind, group.key)}
          onChange={(code) => edit('修改编号', (before) => setCode(before, group.key, code), 'code')}
        />
        <TitleField
          label={`${words[kind]}标题`}
          value={group.title}
          onChange={(title) => edit('修改标题', (before) => set(before, { title }), 'title')}
        />
        <div className="edit-row edit-wide">
          <SelectField
            label="条款的判定方式"
            value={group.method ?? ''}
            options={[{ value: '', text: `同上级（${methodLabels[inherited]}）` }, ...methodOptions]}
            onChange={(value) => edit('修改判定方式', (before) => setInherited(before, group.key, asMethod(value)))}
          />
          {ownField}
        </div>
      </div>
      <div className="edit-column">
        {children}
        <ScoreShare target={group.key} sum={sum} />
        <TextField
          label="说明"
          lines="many"
          value={group.note ?? ''}
          maxLength={5000}
          onChange={(note) => edit('修改说明', (before) => set(before, { note }), 'note')}
        />
      </div>
    </div>
  );
}

export function SectionForm({ place: { section, chapter } }: { place: SectionPlace }) {
  const { commands } = useEditing();
  const work = useWork();
  return (
    <GroupForm
      kind="section"
      group={section}
      inherited={inheritedMethod(work, chapter, {})}
      sum={sectionSum(section)}
      set={(before, fields) => setSection(before, section.key, fields)}
      ownField={
        <SelectField
          label="所属章"
          className="edit-grow"
          value={String(chapter.key)}
          options={work.chapters.map(({ key, code, title }) => ({ value: String(key), text: `${code} ${title}` }))}
          onChange={(value) => commands.moveTo([section.key], Number(value), undefined)}
        />
      }
    >
      <p className="edit-remark">{section.clauses.length} 条条款</p>
    </GroupForm>
  );
}

export function ChapterForm({ chapter }: { chapter: WorkChapter }) {
  const work = useWork();
  const edit = useGroupEdit('chapter', chapter);
  const uses = usesOfChapter(work, chapter.code);
  const clauses = chapter.sections.reduce((count, section) => count + section.clauses.length, 0);
  return (
    <GroupForm
      kind="chapter"
      group={chapter}
      inherited={work.method}
      sum={chapterSum(chapter)}
      set={(before, fields) => setChapter(before, chapter.key, fields)}
      ownField={
        <CheckField
          label="不参与规则和总分"
          title="照样评分和显示，不计入任何比例和总分"
          checked={chapter.excludeFromRules === true}
          onChange={(isOut) =>
            edit(isOut ? '不参与规则' : '参与规则', (before) =>
              setChapter(before, chapter.key, { excludeFromRules: isOut ? true : undefined }),
            )
          }
        />
      }
    >
      <p className="edit-remark">
        {chapter.sections.length} 节，{clauses} 条条款
      </p>
      {uses.length > 0 && (
        <p className="edit-remark">用到本章的：{uses.join('、')}。改编号时一同改，删除本章前请先改好这些规则。</p>
      )}
    </GroupForm>
  );
}
