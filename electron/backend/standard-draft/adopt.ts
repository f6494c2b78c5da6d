import type { Output } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { ownIdIsBuiltIn, standardHasErrors, standardUnderEdit } from '../../../shared/errors/messages.ts';
import { createOwnStandards } from '../own-standard/own-standards.ts';
import { createWorkRepo } from '../own-standard/work-repo.ts';
import type { Understood } from '../standard-import/understand.ts';
import type { Session } from '../workspace/session.ts';

export interface Adoption {
  /** The name of the file it came from. */
  readonly source: string;
  readonly session: Session;
  readonly isBuiltIn: (id: string) => boolean;
  readonly at: Date;
}

/**
 * Adds what was understood to the workspace's own standards.
 *
 * @throws {AppError} standard/has-errors, standard/id-built-in, standard/under-edit: publishing that work would undo it
 */
export function adopt(
  { pack, problems }: Understood,
  id: string | undefined,
  { source, session, isBuiltIn, at }: Adoption,
): Output<'draft.adopt'> {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!pack || errors.length > 0) throw standardHasErrors(source, errors.map(inWords));
  const adopted = id === undefined ? pack : { ...pack, id };
  if (isBuiltIn(adopted.id)) throw ownIdIsBuiltIn(adopted.id);
  const { db } = session.workspace;
  if (createWorkRepo(db).get(adopted.id)) throw standardUnderEdit(adopted.title);
  const own = createOwnStandards(db);
  try {
    return { id: adopted.id, revision: session.commit(() => own.add(adopted, source, at)) };
  } catch (cause) {
    throw cause instanceof AppError && cause.code === 'standard/pack-invalid'
      ? standardHasErrors(source, [tooMuch])
      : cause;
  }
}

const tooMuch = '内容过多，一个标准放不下。请拆成几个文件，分别导入。';

const inWords = ({ where, message }: Understood['problems'][number]): string =>
  where === '' ? message : `${where}：${message}`;
