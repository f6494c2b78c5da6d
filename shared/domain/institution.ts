/** Institution types 机构类型, as packs name them in `appliesTo`. */
export const institutionTypes = [
  '乡镇卫生院',
  '社区卫生服务中心',
  '社区医院',
  '社区卫生服务站',
  '村卫生室',
  '二级综合医院',
  '三级综合医院',
  '妇幼保健院',
  '中医医院',
  '县卫健局',
  '其他机构',
] as const;
export type InstitutionType = (typeof institutionTypes)[number];
