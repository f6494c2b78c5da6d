const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
const illegal = /[<>:"/\\|?*\u0000-\u001f\u007f]/gu;
/** Direction overrides and invisible characters, which make 报告‮fdp.exe look like a PDF. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * A file or folder name that Windows accepts: no reserved names, no illegal or invisible characters, no dot or space
 * at the end, at most `limit` UTF-16 units. Deterministic; the extension survives shortening.
 */
export function windowsName(name: string, limit: number): string {
  const cleaned = name.normalize('NFC').replace(invisible, '').replace(illegal, '_').replace(/\s+/gu, ' ').trim();
  const dot = cleaned.lastIndexOf('.');
  const hasExtension = dot > 0 && cleaned.length - dot <= 11;
  const extension = hasExtension ? cleaned.slice(dot).replace(/[. ]+$/u, '') : '';
  const stem = hasExtension ? cleaned.slice(0, dot) : cleaned;
  const cut = cutUnits(stem, Math.max(1, limit - extension.length)).replace(/[. ]+$/u, '');
  const safe = `${cut === '' ? '_' : cut}${extension}`;
  return reserved.test(safe) ? cutUnits(`_${safe}`, limit) : safe;
}

/** Cuts to `limit` UTF-16 units without splitting a character. */
function cutUnits(text: string, limit: number): string {
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > limit) break;
    cut += character;
  }
  return cut;
}

/** Makes `name` differ, without regard to case, from every name already given: `a.pdf`, `a (2).pdf`. */
export function distinctName(name: string, given: Set<string>, limit: number): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let candidate = name;
  for (let copy = 2; given.has(candidate.toLowerCase()); copy++) {
    const suffix = ` (${copy})`;
    candidate = `${cutUnits(stem, limit - suffix.length - extension.length)}${suffix}${extension}`;
  }
  given.add(candidate.toLowerCase());
  return candidate;
}
