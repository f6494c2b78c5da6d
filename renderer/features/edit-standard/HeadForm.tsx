import { confidenceLabels } from '../../../shared/text/labels.ts';
import { setHead } from './edit/change-tree.ts';
import { readNames } from './edit/departments.ts';
import { setInherited } from './edit/methods.ts';
import { amountWords, standardSum } from './edit/totals.ts';
import { isZero } from '../../../shared/domain/number/rational.ts';
import { Button } from '../../ui/Button.tsx';
import type { WorkPack } from './edit/work-pack.ts';
import { useEditing, useWork } from './edit-context.ts';
import { ReadField, SelectField, TextField } from './Fields.tsx';
import { asMethod, methodOptions } from './method-options.ts';
import { readScore, readShare } from './read-fields.ts';
import { ScoreShare } from './ScoreShare.tsx';
import { TitleField } from './TitleField.tsx';

const confidences = ['high', 'medium', 'low'] as const;

/** What is said of the standard as a whole. */
export function HeadForm() {
  const { store, isReadOnly } = useEditing();
  const work = useWork();
  const sum = standardSum(work);
  const edit = (label: string, change: (before: WorkPack) => WorkPack, name?: string) =>
    store.getState().edit(label, change, name && `head:${name}`);
  const set = (word: string, name: string, fields: Partial<WorkPack>) =>
    edit(`修改${word}`, (before) => setHead(before, fields), name);
  return (
    <div className="edit-form" data-testid="head-form">
      <div className="edit-head">
        <TitleField label="标准名称" value={work.title} onChange={(title) => set('标准名称', 'title', { title })} />
      </div>
      <div className="edit-column">
        <div className="edit-row">
          <TextField
            label="项目"
            className="edit-grow"
            value={work.programme}
            maxLength={100}
            onChange={(programme) => set('项目', 'programme', { programme })}
          />
          <TextField
            label="版本"
            className="edit-grow"
            value={work.edition}
            maxLength={200}
            onChange={(edition) => set('版本', 'edition', { edition })}
          />
        </div>
        <TextField
          label="发布机关"
          value={work.issuer}
          maxLength={300}
          onChange={(issuer) => set('发布机关', 'issuer', { issuer })}
        />
        <TextField
          label="文号"
          value={work.document ?? ''}
          maxLength={300}
          placeholder="没有把握就不写"
          onChange={(document) => set('文号', 'document', { document })}
        />
        <ReadField
          label="适用机构"
          grows
          value={work.appliesTo}
          shown={work.appliesTo.join('、')}
          placeholder="用顿号隔开：乡镇卫生院、社区卫生服务中心"
          read={(typed) => ({ value: readNames(typed) })}
          onChange={(appliesTo) => set('适用机构', 'appliesTo', { appliesTo })}
        />
        <TextField
          label="说明"
          lines="many"
          value={work.note ?? ''}
          maxLength={5000}
          onChange={(note) => set('说明', 'note', { note })}
        />
      </div>
      <div className="edit-column">
        <SelectField
          label="条款的判定方式（章、节、条款可另定）"
          value={work.method}
          options={methodOptions}
          onChange={(value) => edit('修改判定方式', (before) => setInherited(before, undefined, asMethod(value)))}
        />
        <div className="edit-row">
          <ReadField
            label="声明总分"
            className="edit-short"
            isNumber
            value={work.totalPoints}
            shown={work.totalPoints === undefined ? '' : String(work.totalPoints)}
            placeholder="没有分值"
            read={readScore}
            onChange={(totalPoints) => set('总分', 'total', { totalPoints })}
          />
          {!isReadOnly && !isZero(sum) && (
            <Button
              className="edit-beside"
              disabled={work.totalPoints === Number(amountWords(sum))}
              onClick={() => edit('总分取合计', (before) => setHead(before, { totalPoints: Number(amountWords(sum)) }))}
            >
              取合计 {amountWords(sum)}
            </Button>
          )}
          <ReadField
            label="分值条款的通过线"
            className="edit-short"
            isNumber
            value={work.yesAtRate}
            shown={work.yesAtRate === undefined ? '' : String(work.yesAtRate)}
            placeholder="0.6"
            read={readShare}
            onChange={(yesAtRate) => set('通过线', 'rate', { yesAtRate })}
          />
        </div>
        <ScoreShare target={undefined} sum={sum} />
        <SelectField
          label="可信度（选标准和导出时显示）"
          value={work.confidence}
          options={confidences.map((level) => ({ value: level, text: confidenceLabels[level] }))}
          onChange={(value) =>
            set('可信度', 'confidence', {
              confidence: confidences.find((level) => level === value) ?? work.confidence,
            })
          }
        />
      </div>
    </div>
  );
}
