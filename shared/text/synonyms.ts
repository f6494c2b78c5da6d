/**
 * What hospitals call by several names: looking for one finds the others as well. To add: one line of names that mean
 * the same. A name may stand in several lines; 两癌 leads to both cancers, but neither of them to the other. Letters,
 * spaces and punctuation are not for here: names are compared as they are written.
 */
const sameMeaning: readonly (readonly string[])[] = [
  ['院感', '医院感染', '感控'],
  ['不良事件', '安全不良事件', '安全事件'],
  ['压疮', '压力性损伤'],
  ['手卫生', '洗手'],
  ['知情同意', '告知'],
  ['输血', '用血'],
  ['药事', '药学'],
  ['抗生素', '抗菌药物'],
  ['护理部', '护理管理'],
  ['三基', '三基三严'],
  ['急救', '急诊抢救'],
  ['质控', '质量控制'],
  ['病案', '病历'],
  ['医废', '医疗废物'],
  ['家医', '家庭医生'],
  ['公卫', '公共卫生'],
  ['慢病', '慢性病'],
  ['两癌', '宫颈癌'],
  ['两癌', '乳腺癌'],
];

const longestFirst = [...new Set(sameMeaning.flat())].toSorted((left, right) => right.length - left.length);

/**
 * The words as typed, then with the name in them replaced by each of its others: 院感培训 → 感控培训. What the typed
 * words find anyway is left out.
 */
export function withSynonyms(words: string): readonly string[] {
  const written = words.replace(/\s/gu, '');
  const name = longestFirst.find((each) => written.includes(each));
  if (name === undefined) return [words];
  const others = sameMeaning
    .filter((names) => names.includes(name))
    .flatMap((names) => names.map((other) => written.replace(name, other)))
    .filter((other) => !other.includes(written));
  return [words, ...new Set(others)];
}
