import { methods, type Method } from '../../../shared/domain/standard/standard.ts';
import { methodLabels } from '../../../shared/text/labels.ts';
import { setChapter, setSection } from './edit/change-tree.ts';
import { setInherited } from './edit/methods.ts';
import { setCode } from './edit/recode.ts';
import { usesOfChapter } from './edit/rules.ts';
import { chapterSum, sectionSum } from './edit/totals.ts';
import { inheritedMethod, type SectionPlace, type WorkChapter, type WorkPack } from './edit/work-pack.ts';
import { useEditing, useWork } from './edit-context.ts';
import { CheckField, ReadField, SelectField, TextField } from './Fields.tsx';
import { readCode } from './read-fields.ts';
import { ScoreShare } from './ScoreShare.tsx';
import { TitleField } from './TitleField.tsx';

const asMethod = (value: string): Method | undefined => methods.find((method) => method === value);
const methodChoices = (inherited: Method) => [
  { value: '', text: `同上级（${methodLabels[inherited]}）` },
  ...methods.map((method) => ({ value: method, text: methodLabels[method] })),
];

/** A section: its own few fields; its clauses are in the tree. */
export function SectionForm({ place: { section, chapter } }: { place: SectionPlace }) {
  const { store, commands } = useEditing();
  const work = useWork();
  const edit = (label: string, change: (before: WorkPack) => WorkPack, name?: string) =>
    store.getState().edit(`${label}（节 ${section.code}）`, change, name && `${section.key}:${name}`);
  return (
    <div className="edit-form" data-testid="section-form">
      <div className="edit-head">
        <ReadField
          label="节编号"
          value={section.code}
          shown={section.code}
          read={readCode(work, 'section', section.key)}
          onChange={(code) => edit('修改编号', (before) => setCode(before, section.key, code), 'code')}
        />
        <TitleField
          label="节标题"
          value={section.title}
          onChange={(title) => edit('修改标题', (before) => setSection(before, section.key, { title }), 'title')}
        />
        <div className="edit-row edit-wide">
          <SelectField
            label="条款的判定方式"
            value={section.method ?? ''}
            options={methodChoices(inheritedMethod(work, chapter, {}))}
            onChange={(value) => edit('修改判定方式', (before) => setInherited(before, section.key, asMethod(value)))}
          />
          <SelectField
            label="所属章"
            className="edit-grow"
            value={String(chapter.key)}
            options={work.chapters.map(({ key, code, title }) => ({ value: String(key), text: `${code} ${title}` }))}
            onChange={(value) => commands.moveTo([section.key], Number(value), undefined)}
          />
        </div>
      </div>
      <div className="edit-column">
        <p className="edit-remark">{section.clauses.length} 条条款</p>
        <ScoreShare target={section.key} sum={sectionSum(section)} />
        <TextField
          label="说明"
          lines="many"
          value={section.note ?? ''}
          maxLength={5000}
          onChange={(note) => edit('修改说明', (before) => setSection(before, section.key, { note }), 'note')}
        />
      </div>
    </div>
  );
}

export function ChapterForm({ chapter }: { chapter: WorkChapter }) {
  const { store } = useEditing();
  const work = useWork();
  const uses = usesOfChapter(work, chapter.code);
  const clauses = chapter.sections.reduce((count, section) => count + section.clauses.length, 0);
  const edit = (label: string, change: (before: WorkPack) => WorkPack, name?: string) =>
    store.getState().edit(`${label}（章 ${chapter.code}）`, change, name && `${chapter.key}:${name}`);
  return (
    <div className="edit-form" data-testid="chapter-form">
      <div className="edit-head">
        <ReadField
          label="章编号"
          value={chapter.code}
          shown={chapter.code}
          read={readCode(work, 'chapter', chapter.key)}
          onChange={(code) => edit('修改编号', (before) => setCode(before, chapter.key, code), 'code')}
        />
        <TitleField
          label="章标题"
          value={chapter.title}
          onChange={(title) => edit('修改标题', (before) => setChapter(before, chapter.key, { title }), 'title')}
        />
        <div className="edit-row edit-wide">
          <SelectField
            label="条款的判定方式"
            value={chapter.method ?? ''}
            options={methodChoices(work.method)}
            onChange={(value) => edit('修改判定方式', (before) => setInherited(before, chapter.key, asMethod(value)))}
          />
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
        </div>
      </div>
      <div className="edit-column">
        <p className="edit-remark">
          {chapter.sections.length} 节，{clauses} 条条款
        </p>
        {uses.length > 0 && (
          <p className="edit-remark">用到本章的：{uses.join('、')}。改编号时一同改，删除本章前请先改好这些规则。</p>
        )}
        <ScoreShare target={chapter.key} sum={chapterSum(chapter)} />
        <TextField
          label="说明"
          lines="many"
          value={chapter.note ?? ''}
          maxLength={5000}
          onChange={(note) => edit('修改说明', (before) => setChapter(before, chapter.key, { note }), 'note')}
        />
      </div>
    </div>
  );
}
