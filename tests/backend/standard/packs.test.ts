import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { createStandardLibrary, type StandardList } from '../../../electron/backend/standard/standard-library.ts';
import type { Method } from '../../../shared/domain/standard/standard.ts';

const folder = path.resolve(import.meta.dirname, '../../../resources/standards');
const files = readdirSync(folder).toSorted();
const library = createStandardLibrary(folder);
let list: StandardList = { summaries: [], problems: [] };
let packs: readonly Pack[] = [];

beforeAll(async () => {
  list = await library.list();
  packs = list.summaries.map(({ id }) => library.get(id).pack);
});

test('55 packs, all valid, each named as its file', () => {
  expect(list.problems).toEqual([]);
  expect(files).toHaveLength(55);
  expect(packs.map(({ id }) => `${id}.yaml`)).toEqual(files);
});

test('3,448 clauses, by method', () => {
  const total: Partial<Record<Method | 'all', number>> = {};
  for (const [method, count] of list.summaries.flatMap(
    ({ clauses }) => Object.entries(clauses) as [Method, number][],
  )) {
    total[method] = (total[method] ?? 0) + count;
    total.all = (total.all ?? 0) + count;
  }
  expect(total).toEqual({ all: 3448, indicator: 1194, graded: 1181, points: 718, checklist: 323, prerequisite: 32 });
});

test('every pack says how far it can be trusted, and every target carries a confidence and a note', () => {
  for (const { id, confidence, note, targets } of list.summaries) {
    expect(confidence, id).toMatch(/^(?:high|medium|low)$/u);
    expect(note, id).toMatch(/核对|官方/u);
    expect(targets.length, id).toBeGreaterThan(0);
    for (const target of targets) {
      expect(target.confidence, `${id} ${target.id}`).toBeDefined();
      // A target's note is shown alone, so it cannot lean on its neighbour.
      expect(target.note, `${id} ${target.id}`).toMatch(/^(?!同上)./u);
    }
  }
});

test('a pass rate that a label names is the pack’s own', () => {
  for (const { id, scale, yesAtRate } of packs) {
    for (const { label } of scale) {
      const named = /得分率不低于 (\d+)%/u.exec(label)?.[1];
      if (named !== undefined) expect(Math.round(Number(yesAtRate) * 100), id).toBe(Number(named));
    }
  }
});

/** The programmes that the application is for, as its users name them. */
const programmes: readonly (readonly [programme: string, ...packIds: string[]])[] = [
  ['三级医院评审（2022年版）', 'tier3-2022'],
  ['三级综合医院评审（2011年版）', 'tier3-2011'],
  ['二级综合医院评审（2012年版）', 'tier2-2012'],
  ['妇幼保健机构评审', 'mch-review', 'mch-four-departments', 'mch-projects-indicators'],
  ['优质服务基层行：乡镇卫生院', 'jcx-township-2022'],
  ['优质服务基层行：社区卫生服务中心', 'jcx-community-2022'],
  ['优质服务基层行：村卫生室', 'jcx-village-2022'],
  ['社区医院', 'community-hospital-2019'],
  ['老年友善：综合医院版、基层版', 'age-friendly-general-2020', 'age-friendly-primary-2020'],
  ['卫生乡镇', 'sanitary-town-2021'],
  ['卫生县城', 'sanitary-county-2021'],
  ['卫生村', 'sanitary-village'],
  ['五大中心：胸痛', 'chest-pain-primary-2020'],
  ['五大中心：卒中', 'stroke-center-county'],
  ['五大中心：创伤', 'trauma-center-county-2018'],
  ['五大中心：危重孕产妇', 'maternal-critical-2017'],
  ['五大中心：危重儿童和新生儿', 'neonatal-child-critical-2017'],
  ['国医堂', 'tcm-guoyitang', 'tcm-village-clinic', 'tcm-county-advanced'],
  ['公立医院医改', 'public-hospital-reform', 'public-hospital-reform-indicators'],
  ['综合改革示范县', 'reform-demo-county'],
  ['现代医院管理制度', 'modern-hospital-2017'],
  ['县域医共体', 'medical-community-2020', 'medical-community-indicators'],
  ['家庭医生签约', 'family-doctor-2022'],
  ['医养结合', 'elderly-medical-institution', 'elderly-medical-township'],
  ['村卫生室标准化', 'village-clinic-standard'],
  ['重点专科', 'key-specialty-county', 'primary-feature-dept'],
  ['慢病示范区', 'chronic-disease-demo'],
  ['三高共管', 'three-high-six-disease'],
  ['托育', 'childcare-institution'],
  ['安全生产', 'safety-production'],
  ['PCR 实验室', 'pcr-laboratory'],
  ['院长行政查房', 'president-round'],
];

test.each(programmes)('%s', (_programme, ...packIds) => {
  expect(packs.map(({ id }) => id)).toEqual(expect.arrayContaining(packIds));
});

describe('no developer words where users read', () => {
  /** Values for the program; every other text of a pack may be shown. */
  const machineKeys = new Set(
    'id code method confidence documentConfidence direction period grade scope score of genericLevels rollup'.split(
      ' ',
    ),
  );
  /** Units and medical words that are written in small letters; `bundle` stands in the indicator's official name. */
  const medical = new Set(['ml', 'aGVHD', 'eGFR', 'rt-PA', 'bundle']);
  const ofTheFormat =
    /^(?:core|document|confidence|high|medium|low|rules?|scopes?|optional|indicators?|packs?|targets?|yes|no|notes?|method|graded|checklist|points?|prerequisite|monitor|null|true|false|json|yaml|id)$/iu;

  function developerWords(text: string): readonly string[] {
    const words = text.match(/[A-Za-z]+(?:[-_][A-Za-z]+)*/gu) ?? [];
    return words.filter((word) => ofTheFormat.test(word) || (/^[a-z]./u.test(word) && !medical.has(word)));
  }

  function* textsOf(value: unknown, place: string): Generator<readonly [place: string, text: string]> {
    if (typeof value === 'string') yield [place, value];
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!machineKeys.has(key)) yield* textsOf(inner, `${place}/${key}`);
    }
  }

  test('in no text of any pack', () => {
    const found = packs.flatMap((pack) =>
      [...textsOf(pack, pack.id)].flatMap(([place, text]) => developerWords(text).map((word) => `${place}：${word}`)),
    );
    expect(found).toEqual([]);
  });

  test('the check reads notes, labels, titles, points, evidence and indicators', () => {
    const places = packs.flatMap((pack) => [...textsOf(pack, '')].map(([place]) => place.replaceAll(/\d+/gu, '#')));
    const clause = '/chapters/#/sections/#/clauses/#';
    for (const place of ['/note', '/targets/#/label', '/targets/#/note', '/scale/#/meaning', '/chapters/#/title']) {
      expect(places).toContain(place);
    }
    for (const place of [
      'title',
      'note',
      'requirements/yes/#',
      'requirements/C/#',
      'evidence/#',
      'indicator/formula',
    ]) {
      expect(places).toContain(`${clause}/${place}`);
    }
  });

  test.each([
    ['core 为项目建议的关键条款', ['core']],
    ['凡标 low 或 Medium 的', ['low', 'Medium']],
    ['以 genericLevels 标明，按rollup字段', ['genericLevels', 'rollup']],
    ['不低于 yesAtRate', ['yesAtRate']],
    ['在 excludeFromRules 章', ['excludeFromRules']],
    ['STEMI 的 D2N、ICD-10、Kt/V、HbA1c、rt-PA、Hunt-Hess 与 PDCA，编码 1.x.x', []],
  ])('%s', (text, words) => expect(developerWords(text)).toEqual(words));
});

test('扣分标准说的“每有一项扣几分”与满分平分给要点的结果一致', () => {
  const uneven = packs.flatMap((pack) =>
    pack.chapters
      .flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses))
      .flatMap(({ code, points = 0, deductions = [] }) =>
        deductions.flatMap((text) => {
          const [, count, each] = /^(\d+) 项要点每有一项未落实扣 ([\d.]+) 分/u.exec(text) ?? [];
          return count !== undefined && Number(count) * Number(each) !== points ? [`${pack.id} ${code}：${text}`] : [];
        }),
      ),
  );
  expect(uneven).toEqual([]);
});
