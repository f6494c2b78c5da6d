/** Why a document's text cannot be shown, in words for the user. */
export class Unshowable extends Error {}

/**
 * The readers are those that import standards: the reason they give is true of any document, the advice behind it and
 * the remark that this is no standard are not.
 */
export function reasonFor(message: string): string {
  const sentences = message.match(/[^。]+。/gu) ?? [];
  const reason = sentences.filter((sentence) => !/导入|标准/u.test(sentence)).join('');
  return reason === '' ? '内容太多，或结构不寻常。' : reason;
}
