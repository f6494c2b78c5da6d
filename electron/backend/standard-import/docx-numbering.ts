import { parseXml } from '../score-file/parse-xml.ts';

/** Numbers that Word writes before a paragraph by itself: they are in no text of the file. */
export interface Numbering {
  /** The number of the next paragraph of this list and level, as Word shows it; empty for bullets. */
  next(listId: string, level: number): string;
}

interface Level {
  format: string;
  text: string;
  start: number;
}

const maxLevels = 9;
const maxLists = 20_000;

/** Reads `word/numbering.xml`. Overrides of single levels inside a list are left alone, but for where they start. */
export async function readNumbering(chunks: AsyncIterable<Buffer> | undefined): Promise<Numbering> {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { abstract: string; readonly starts: Map<number, number> }>();
  let levels: Map<number, Level> | undefined;
  let level: Level | undefined;
  let list: { abstract: string; readonly starts: Map<number, number> } | undefined;
  let overridden = -1;
  if (chunks) {
    await parseXml(
      chunks,
      {
        open(name, { val = '', abstractNumId = '', ilvl = '', numId = '' }) {
          if (abstracts.size + lists.size > maxLists) return;
          switch (name) {
            case 'abstractNum':
              abstracts.set(abstractNumId, (levels = new Map()));
              list = undefined;
              break;
            case 'num':
              lists.set(numId, (list = { abstract: '', starts: new Map() }));
              levels = undefined;
              break;
            case 'lvl':
              level = levels ? { format: 'decimal', text: '', start: 1 } : undefined;
              if (level && Number(ilvl) < maxLevels) levels?.set(Number(ilvl), level);
              break;
            case 'abstractNumId':
              if (list) list.abstract = val;
              break;
            case 'lvlOverride':
              overridden = Number(ilvl);
              break;
            case 'startOverride':
              list?.starts.set(overridden, Number(val));
              break;
            case 'start':
              if (level) level.start = Number(val);
              break;
            case 'numFmt':
              if (level) level.format = val;
              break;
            case 'lvlText':
              if (level) level.text = val.slice(0, 40);
              break;
          }
        },
        close(name) {
          if (name === 'lvl') level = undefined;
        },
      },
      'Word',
    );
  }

  const counters = new Map<string, (number | undefined)[]>();
  return {
    next(listId, depth) {
      const found = lists.get(listId);
      const own = found && abstracts.get(found.abstract);
      const wanted = own?.get(depth);
      if (!found || !own || !wanted || wanted.format === 'bullet' || wanted.format === 'none') return '';
      // Lists of one definition count on together, unless one says where it starts.
      const key = found.starts.size > 0 ? `list ${listId}` : `shared ${found.abstract}`;
      const counts = counters.get(key) ?? [];
      counters.set(key, counts);
      const startOf = (at: number) => found.starts.get(at) ?? own.get(at)?.start ?? 1;
      for (let above = 0; above < depth; above++) counts[above] ??= startOf(above);
      counts[depth] = (counts[depth] ?? startOf(depth) - 1) + 1;
      counts.length = depth + 1;
      return wanted.text.replace(/%([1-9])/gu, (_all, digit: string) => {
        const at = Number(digit) - 1;
        return inFormat(counts[at] ?? startOf(at), own.get(at)?.format ?? 'decimal');
      });
    },
  };
}

const han = '〇一二三四五六七八九';

/** 1 to 99 in Chinese, beyond that digit by digit. */
export function hanNumber(value: number): string {
  if (value < 10) return value === 0 ? '〇' : (han[value] ?? '');
  if (value > 99) return Array.from(String(value), (digit) => han[Number(digit)]).join('');
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : han[tens]}十${ones === 0 ? '' : han[ones]}`;
}

function inFormat(value: number, format: string): string {
  if (/chinese|ideograph|japanese|taiwanese/iu.test(format)) {
    return /enclosed/iu.test(format) ? `（${hanNumber(value)}）` : hanNumber(value);
  }
  switch (format) {
    case 'upperLetter':
      return String.fromCharCode(64 + (((value - 1) % 26) + 1));
    case 'lowerLetter':
      return String.fromCharCode(96 + (((value - 1) % 26) + 1));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}
