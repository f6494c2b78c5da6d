import type { Input } from '../../../shared/contract/contract.ts';
import type { StandardWork } from '../../../shared/contract/own-standard.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { standardHasErrors, standardUnderEdit } from '../../../shared/errors/messages.ts';
import { headOf, placeholderTargets, scaleOf } from '../standard-import/detect/meta.ts';
import type { OpenDraft } from '../standard-draft/drafts.ts';
import type { LoadedStandard } from '../standard/standard-library.ts';
import { remarksOf } from './import-remarks.ts';
import type { OwnStandards } from './own-standards.ts';
import type { WorkRepo } from './work-repo.ts';

export interface WorkPlace {
  readonly own: OwnStandards;
  readonly works: WorkRepo;
  /** @throws {AppError} standard/not-found */
  readonly builtIn: (id: string) => LoadedStandard;
  readonly isBuiltIn: (id: string) => boolean;
  readonly draft: (draftId: string) => OpenDraft;
}

type Begun = Omit<StandardWork, 'changedAt'>;
type From = Input<'own.begin'>['from'];

/** The work that is there already, or what is to be begun. */
export function planWork(from: From, place: WorkPlace): { readonly there: StandardWork } | { readonly begun: Begun } {
  switch (from.kind) {
    case 'new':
      return { begun: beginEmpty(from.title, place) };
    case 'draft':
      return { begun: beginFromDraft(place.draft(from.draftId), place) };
    case 'standard':
      return continueOwn(from.packId, place) ?? copyBuiltIn(from.packId, place);
  }
}

function beginEmpty(title: string, place: WorkPlace): Begun {
  const head = headOf(title, { note: '由本单位自己编写。目标等级为占位，使用前请按官方文件修改。' });
  const pack: Pack = {
    ...head,
    id: unusedId(head.id, place),
    method: 'checklist',
    scale: scaleOf('checklist'),
    targets: placeholderTargets(new Set(['checklist']), new Set(['checklist'])),
    chapters: [
      {
        code: '1',
        title: '第一章',
        sections: [
          {
            code: '1.1',
            title: '第一节',
            clauses: [
              {
                code: '1.1.1',
                title: '新条款',
                core: false,
                optional: false,
                evidence: [],
                checks: [],
                departments: [],
                requirements: { yes: ['新要点'] },
              },
            ],
          },
        ],
      },
    ],
  };
  return { id: pack.id, pack, base: undefined, source: '新建', remarks: [] };
}

/** @throws {AppError} standard/has-errors, standard/under-edit */
function beginFromDraft(draft: OpenDraft, place: WorkPlace): Begun {
  const { fileName, pack } = draft;
  if (!pack) throw standardHasErrors(fileName, ['没有找到条款']);
  const own = isId(pack.id) ? pack.id : headOf(pack.title, {}).id;
  const id = place.isBuiltIn(own) ? copyIdOf(own) : own;
  if (place.works.get(id)) throw standardUnderEdit(pack.title);
  const base = place.own.newestRevision(id);
  return { id, pack: { ...pack, id }, base, source: fileName, remarks: remarksOf(draft) };
}

/** Work on an own standard, or on the own copy of a built-in one. */
function continueOwn(packId: string, place: WorkPlace): { there: StandardWork } | { begun: Begun } | undefined {
  for (const id of [packId, copyIdOf(packId)]) {
    const there = place.works.get(id);
    if (there) return { there };
    const newest = place.own.get(id);
    if (newest) {
      const base = place.own.newestRevision(id);
      return { begun: { id, pack: newest.pack, base, source: '编辑', remarks: [] } };
    }
  }
  return undefined;
}

/** @throws {AppError} standard/not-found */
function copyBuiltIn(packId: string, place: WorkPlace): { begun: Begun } {
  const { pack } = place.builtIn(packId);
  const id = copyIdOf(packId);
  return { begun: { id, pack: { ...pack, id }, base: undefined, source: `内置标准“${pack.title}”`, remarks: [] } };
}

const longestId = 60;
const isId = (id: string): boolean => id.length <= longestId && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id);
const copyIdOf = (packId: string): string => `own-${packId}`.slice(0, longestId).replace(/-+$/u, '');

function unusedId(wanted: string, { own, works, isBuiltIn }: WorkPlace): string {
  const isTaken = (id: string) => isBuiltIn(id) || works.get(id) !== undefined || own.newestRevision(id) !== undefined;
  for (let count = 1; ; count++) {
    const id = count === 1 ? wanted : `${wanted}-${count}`;
    if (!isTaken(id)) return id;
  }
}
