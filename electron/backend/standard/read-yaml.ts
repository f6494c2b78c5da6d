import { Composer, CST, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, Parser, type ParsedNode } from 'yaml';

const maxBytes = 8 * 1024 * 1024;
const maxDepth = 24;
/** The largest pack has 150,000. */
const maxLexemes = 1_000_000;
/** One slip in the syntax makes a trail of errors after it; only the first lines of it help. */
const maxErrors = 5;

export type YamlResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problems: readonly string[] };

const forbidden: Readonly<Record<string, string>> = {
  anchor: '用了锚点（&…），标准包里不允许',
  alias: '用了别名（*…），标准包里不允许',
  tag: '用了标签（!…），标准包里不允许',
  'directive-line': '用了指令（%…），标准包里不允许',
};

const errorWords: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '用了制表符缩进，请改用空格',
  MISSING_CHAR: '缺少冒号、引号或括号',
  MULTILINE_IMPLICIT_KEY: '键跨了行，可能缺少冒号或引号',
  BLOCK_AS_IMPLICIT_KEY: '同一行里写了两层“键: 值”，含冒号的文字请加引号',
  BAD_SCALAR_START: '文字以特殊字符开头，请加引号',
  MULTIPLE_DOCS: '一个文件里只能有一份文档',
  BAD_DQ_ESCAPE: '引号里的转义符不对',
  KEY_OVER_1024_CHARS: '键过长',
};

/**
 * Reads YAML as plain data: no anchors, aliases, tags, directives or merge keys, no key twice, bounded size and depth.
 * Stricter than the library, whose own check for duplicate keys takes quadratic time.
 */
export function readYaml(text: string, mostLexemes: number = maxLexemes): YamlResult {
  const problems: string[] = [];
  if (Buffer.byteLength(text, 'utf8') > maxBytes) return { ok: false, problems: [`超过 ${maxBytes / 1024 / 1024} MB`] };
  const lines = new LineCounter();
  lines.addNewLine(0);
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `第 ${Math.max(1, line)} 行第 ${Math.max(1, col)} 列`;
  };

  try {
    const composer = new Composer({ uniqueKeys: false, merge: false, version: '1.2', prettyErrors: false });
    const [document, another] = composer.compose(guardedTokens(text, lines, at, mostLexemes), true, text.length);
    for (const error of (document?.errors ?? []).slice(0, maxErrors)) {
      problems.push(`${at(error.pos[0])}：${errorWords[error.code] ?? 'YAML 语法错误'}`);
    }
    if (another) problems.push(`${at(another.range[0])}：${errorWords['MULTIPLE_DOCS']}`);
    if (!document || problems.length > 0) return { ok: false, problems };
    const value = toPlain(document.contents, 0, problems, at);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
  } catch (cause) {
    if (cause instanceof Refusal) return { ok: false, problems: [cause.message] };
    if (cause instanceof RangeError) return { ok: false, problems: ['层次过深'] };
    throw cause;
  }
}

class Refusal extends Error {}

function* guardedTokens(
  text: string,
  lines: LineCounter,
  at: (offset: number) => string,
  mostLexemes: number,
): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  let count = 0;
  let offset = 0;
  let depth = 0;
  let opened = 0;
  let isScalarText = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type: string = isScalarText ? 'scalar-text' : (CST.tokenType(lexeme) ?? '');
    isScalarText = type === 'scalar';
    const refusal = forbidden[type];
    if (++count > mostLexemes) throw new Refusal(`${at(offset)}：内容过多`);
    if (refusal) throw new Refusal(`${at(offset)}：${refusal}`);
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth++;
    if (type === 'flow-map-end' || type === 'flow-seq-end') depth--;
    // Lists opened one after the other on one line: “- - - -”.
    if (type === 'newline') opened = 0;
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') opened++;
    if (depth + opened > maxDepth) throw new Refusal(`${at(offset)}：层次过深`);
    // Marks for the mode and the start of a scalar are not characters of the file.
    if (type !== 'doc-mode' && type !== 'scalar' && type !== 'flow-error-end') offset += lexeme.length;
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

/** Nodes to plain data, refusing what a person did not mean: a key twice, a key that is not text. */
function toPlain(node: ParsedNode | null, depth: number, problems: string[], at: (offset: number) => string): unknown {
  if (node === null) return null;
  if (depth > maxDepth) throw new Refusal(`${at(node.range[0])}：层次过深`);
  if (isAlias(node)) throw new Refusal(`${at(node.range[0])}：${forbidden['alias']}`);
  if (isScalar(node)) return node.value;
  if (isSeq(node)) {
    return node.items.map((child) => toPlain(child, depth + 1, problems, at));
  }
  if (!isMap(node)) throw new Refusal('YAML 语法错误');

  const seen = new Set<string>();
  const entries: [string, unknown][] = [];
  for (const { key, value } of node.items as readonly { key: ParsedNode; value: ParsedNode | null }[]) {
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined) problems.push(`${at(key.range[0])}：键不是文字`);
    else if (name === '<<') problems.push(`${at(key.range[0])}：用了合并键（<<），标准包里不允许`);
    else if (seen.has(name)) problems.push(`${at(key.range[0])}：同一个键“${name}”写了两次`);
    else {
      seen.add(name);
      entries.push([name, toPlain(value, depth + 1, problems, at)]);
    }
  }
  return Object.fromEntries(entries);
}
