import { parseXml } from '../score-file/parse-xml.ts';

/** What a paragraph style says besides looks. */
export interface ParagraphStyle {
  /** 0 for 标题 1. */
  readonly level?: number | undefined;
  readonly listId?: string | undefined;
  readonly listLevel?: number | undefined;
  /** It is one of the table of contents. */
  readonly isContents?: true | undefined;
}

const maxStyles = 5000;
const maxBase = 20;

/** Paragraph styles by their ids, with what they take over from the style they are based on. */
export async function readStyles(
  chunks: AsyncIterable<Buffer> | undefined,
): Promise<ReadonlyMap<string, ParagraphStyle>> {
  interface Raw {
    base?: string;
    level?: number;
    listId?: string;
    listLevel?: number;
    isContents?: true;
  }
  const raw = new Map<string, Raw>();
  if (!chunks) return new Map();
  let style: Raw | undefined;
  await parseXml(
    chunks,
    {
      open(name, { val = '', styleId, type }) {
        if (name === 'style') {
          style = type === 'paragraph' && styleId !== undefined && raw.size < maxStyles ? {} : undefined;
          if (style && styleId !== undefined) raw.set(styleId, style);
        }
        if (!style) return;
        if (name === 'basedOn') style.base = val;
        if (name === 'outlineLvl' && Number(val) < 9) style.level = Number(val);
        if (name === 'numId') style.listId = val;
        if (name === 'ilvl') style.listLevel = Number(val);
        const heading = name === 'name' ? /^(?:heading|标题)\s*([1-9])$/iu.exec(val)?.[1] : undefined;
        if (heading !== undefined) style.level = Number(heading) - 1;
        if (name === 'name' && /^(?:toc|contents|目录)\s*\d/iu.test(val)) style.isContents = true;
      },
      close(name) {
        if (name === 'style') style = undefined;
      },
    },
    'Word',
  );
  return new Map(
    [...raw].map(([id, own]): [string, ParagraphStyle] => {
      let { level, listId, listLevel, isContents } = own;
      let base = own.base;
      for (let step = 0; base !== undefined && step < maxBase; step++) {
        const above = raw.get(base);
        level ??= above?.level;
        listId ??= above?.listId;
        listLevel ??= above?.listLevel;
        isContents ??= above?.isContents;
        base = above?.base;
      }
      return [id, { level, listId, listLevel, isContents }];
    }),
  );
}
