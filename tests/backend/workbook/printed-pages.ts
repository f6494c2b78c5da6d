import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasLibreOffice, temporaryFolder } from './workbook-support.ts';

export interface PrintedPage {
  /** All words without the spaces between them. */
  readonly text: string;
  /** Of the smallest Chinese letter, in points: its width, which is its size. */
  readonly letters: number;
}

export const canPrint = hasLibreOffice && answers('pdftotext', '-v');

function answers(command: string, option: string): boolean {
  try {
    execFileSync(command, [option], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The pages on which one LibreOffice prints each workbook. */
export function printedPages(books: readonly Buffer[]): readonly (readonly PrintedPage[])[] {
  const folder = temporaryFolder();
  const sources = books.map((bytes, index) => {
    const source = path.join(folder, `book${index}.xlsx`);
    writeFileSync(source, bytes);
    return source;
  });
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const options = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...sources];
  execFileSync('soffice', options, { stdio: 'ignore', timeout: 240_000 });
  return sources.map((source) => pagesOf(source.replace(/xlsx$/u, 'pdf')));
}

const word = /xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</gu;

function pagesOf(pdf: string): readonly PrintedPage[] {
  const boxes = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return boxes
    .split('<page ')
    .slice(1)
    .map((page) => {
      const words = [...page.matchAll(word)].map(([, from, to, text = '']) => ({
        text,
        size: (Number(to) - Number(from)) / text.length,
      }));
      const chinese = words.filter(({ text }) => /^\p{Script=Han}{2,}$/u.test(text));
      return {
        text: words.map(({ text }) => text).join(''),
        letters: Math.min(...chinese.map(({ size }) => size)),
      };
    });
}
