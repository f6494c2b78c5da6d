const mostCharacters = 14;

/** （2022年版）, （试行）: which edition, for whom. */
const brackets = /（[^（）]*）|\([^()]*\)/gu;
const tail = /(?:标准|实施细则|细则|自评要点|要点|自评包|自查包|要点包|指标包|监测包|检查表|自评清单)$/u;

/** A standard's title as it fits into a file name: 二级综合医院评审标准实施细则（2012年版） → 二级综合医院评审. */
export function shortTitle(title: string): string {
  let short = title.replace(brackets, '').trim();
  for (let next = short.replace(tail, ''); next !== short && next !== ''; next = short.replace(tail, '')) short = next;
  return [...short].slice(0, mostCharacters).join('');
}
