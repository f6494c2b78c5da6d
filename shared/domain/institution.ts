/** Institution types 机构类型. */
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
  '专科医院',
  '医养结合机构',
  '托育机构',
  '疾病预防控制中心',
  '卫生监督机构',
  '县卫健局',
  '县级人民政府',
  '乡镇人民政府',
  '其他机构',
] as const;
export type InstitutionType = (typeof institutionTypes)[number];

/** What standards call an institution of each type in `appliesTo`, besides its own name. */
const alsoCalled: Readonly<Partial<Record<InstitutionType, readonly string[]>>> = {
  乡镇卫生院: ['中心乡镇卫生院', '乡镇卫生院（卫生监督协管）'],
  社区医院: ['社区卫生服务中心'],
  二级综合医院: ['综合医院', '二级医院', '医共体牵头医院', '县域次中心医院'],
  三级综合医院: ['综合医院', '三级医院', '医共体牵头医院'],
  妇幼保健院: ['二级妇幼保健院', '三级妇幼保健院', '妇幼保健计划生育服务中心'],
  中医医院: ['二级医院', '三级医院', '医共体牵头医院'],
  专科医院: ['二级医院', '三级医院', '儿童医院', '护理院'],
  医养结合机构: ['养老机构', '护理院'],
  托育机构: ['社区（家庭）托育点'],
  疾病预防控制中心: ['县级疾控中心'],
  卫生监督机构: ['卫生健康综合监督执法机构'],
  县卫健局: ['县级卫生健康行政部门', '县级爱卫办'],
  县级人民政府: ['县级爱卫办'],
  乡镇人民政府: ['街道办事处', '村民委员会'],
};

/** Whether a standard is meant for institutions of this type; 其他机构 may use any. */
export const fitsInstitution = (appliesTo: readonly string[], type: InstitutionType): boolean =>
  type === '其他机构' || [type, ...(alsoCalled[type] ?? [])].some((name) => appliesTo.includes(name));
