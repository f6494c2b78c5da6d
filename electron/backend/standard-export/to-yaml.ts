import { Document, isScalar, visit } from 'yaml';
import type { Pack } from '../../../shared/contract/pack-schema.ts';

/** A list of short words stays on one line up to this length. */
const lineLength = 100;
const shortWord = 12;

/** The pack as a YAML file that reads back as the same pack: no anchors, no folding, quoted where YAML needs it. */
export function toYaml(pack: Pack): string {
  // Both versions' reserved words are quoted: a reader of YAML 1.1 must not take `yes` or `on` for true.
  const document = new Document(pack, { version: '1.2', compat: 'yaml-1.1', aliasDuplicateObjects: false });
  visit(document, {
    Seq(_key, list) {
      const texts = list.items.map((item) => (isScalar(item) ? String(item.value) : undefined));
      list.flow =
        texts.every((text) => text !== undefined && text.length <= shortWord && !text.includes('\n')) &&
        texts.join(', ').length <= lineLength;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
