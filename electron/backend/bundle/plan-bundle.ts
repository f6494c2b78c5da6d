import type { RoundView } from '../../../shared/contract/round.ts';
import { distinctName, windowsName } from '../../../shared/domain/evidence/windows-name.ts';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import type { Evidence, EvidenceFile } from '../../../shared/domain/evidence/evidence.ts';
import type { Chapter, Clause } from '../../../shared/domain/standard/standard.ts';

export const evidenceFolderName = '佐证材料';
/** Together with the folder's name and the separators 187 characters; 80 Chinese characters are 240 bytes on Linux. */
const limits = { chapter: 40, clause: 60, file: 80 };

/** One file of the evidence folder. */
export interface PlannedFile {
  readonly fileId: EvidenceFileId;
  /** Relative to the bundle, with `/`. */
  readonly path: string;
  readonly number: string;
  readonly title: string;
  /** Codes of the clauses it serves, in the order of the standard. */
  readonly clauses: readonly string[];
  readonly originalName: string;
  readonly bytes: number;
}

export interface BundlePlan {
  readonly files: readonly PlannedFile[];
  /** For the workbook's links: every use of a file, and every other file with its content, leads to its one place. */
  readonly links: ReadonlyMap<EvidenceFileId, string>;
}

/**
 * Lays out the evidence folder: `佐证材料/<chapter>/<code> <title>/<number> <title>.<ext>`. Pure and deterministic.
 * A file that serves several clauses lies with the first of them, in the order of the standard; so does one that was
 * attached again under another name, as far as `contentOf` knows.
 */
export function planBundle(
  view: Pick<RoundView, 'standard' | 'states'>,
  contentOf: (file: EvidenceFileId) => string = (file) => file,
): BundlePlan {
  const evidenceOf = new Map(view.states.map((state) => [state.clauseId, state.evidence]));
  const planned = new Map<string, PlannedFile & { readonly clauses: string[] }>();
  const links = new Map<EvidenceFileId, string>();
  const folders = new Set<string>();
  for (const chapter of view.standard.chapters) {
    const chapterFolder = folderName(`${chapter.code} ${chapter.title}`, '', limits.chapter, folders);
    for (const clause of clausesIn(chapter)) {
      const evidence = evidenceOf.get(clause.id) ?? [];
      if (evidence.length === 0) continue;
      const parent = `${evidenceFolderName}/${chapterFolder}/`;
      const folder = folderName(`${clause.code} ${clause.title}`, parent, limits.clause, folders);
      const names = new Set<string>();
      for (const [document, file, position] of filesOf(evidence)) {
        // Another extension opens with another program.
        const content = `${contentOf(file.id)}.${file.extension}`;
        const known = planned.get(content);
        if (known) {
          if (!known.clauses.includes(clause.code)) known.clauses.push(clause.code);
          links.set(file.id, known.path);
          continue;
        }
        const place = `${parent}${folder}/${fileName(document, file, position, names)}`;
        links.set(file.id, place);
        planned.set(content, {
          fileId: file.id,
          path: place,
          number: document.number,
          title: document.title,
          clauses: [clause.code],
          originalName: file.name,
          bytes: file.bytes,
        });
      }
    }
  }
  return { files: [...planned.values()], links };
}

const clausesIn = (chapter: Chapter): readonly Clause[] => chapter.sections.flatMap((section) => section.clauses);

const filesOf = (evidence: readonly Evidence[]): readonly (readonly [Evidence, EvidenceFile, number])[] =>
  evidence.flatMap((document) => document.files.map((file, index) => [document, file, index + 1] as const));

/**
 * Legal in Windows, but not in a link everywhere: Excel and WPS differ over `#`, `%` and brackets in the names of linked
 * files, encoded or not. Their full-width twins read the same and need no agreement.
 */
const linkable = (name: string): string =>
  name.replace(/[#%[\]]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));

/** Folder names have no extension to keep, so what makes them differ goes to their end. */
function folderName(name: string, parent: string, limit: number, given: Set<string>): string {
  const legal = windowsName(linkable(name), limit - 5);
  let candidate = legal;
  for (let copy = 2; given.has(`${parent}${candidate}`.toLowerCase()); copy++) candidate = `${legal} (${copy})`;
  given.add(`${parent}${candidate}`.toLowerCase());
  return candidate;
}

/** `1.1.1-01 院感制度.pdf`; the files of one document are told apart by `-1`, `-2` behind the title. */
function fileName(document: Evidence, file: EvidenceFile, position: number, given: Set<string>): string {
  const extension = /^[a-z0-9]{1,10}$/u.test(file.extension) ? `.${file.extension}` : '';
  const suffix = document.files.length > 1 ? `-${position}` : '';
  const endsWithExtension = extension !== '' && document.title.toLowerCase().endsWith(extension);
  const title = endsWithExtension ? document.title.slice(0, -extension.length) : document.title;
  const tail = `${suffix}${extension}`;
  return distinctName(
    windowsName(
      `${windowsName(linkable(`${document.number} ${title}`), limits.file - tail.length)}${tail}`,
      limits.file,
    ),
    given,
    limits.file,
  );
}
