import type { RoundView } from '../../../shared/contract/round.ts';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { fileFaultWords } from '../../../shared/errors/messages.ts';
import type { SkippedFile } from './manifest.ts';

/** “1.1.1 功能与任务：1.1.1-03 院感制度，文件已不在工作区里”: where to look, and what is wrong there. */
export function faultLine({ standard }: Pick<RoundView, 'standard'>): (file: SkippedFile) => string {
  const titles = new Map(clausesOf(standard).map(({ code, title }) => [code, title]));
  return ({ clauses, number, title, fault }) => {
    const [first = '', ...others] = clauses;
    const more = others.length > 0 ? `（另用于 ${others.join('、')}）` : '';
    return `${first} ${titles.get(first) ?? ''}${more}：${number} ${title}，${fileFaultWords[fault]}`;
  };
}
