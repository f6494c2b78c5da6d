import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { protocol, type Session } from 'electron';
import type { BackendProcess } from './backend-process.ts';

/** Our page is served from its own origin, never from file://. Call before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    {
      scheme: 'evidence',
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ]);
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The PDF worker decodes scanned images in WebAssembly; nothing else may compile any. */
const isPdfWorker = (file: string): boolean => path.basename(file).startsWith('pdf.worker');

const policy = (nonce: string, file: string): string =>
  [
    "default-src 'none'",
    `script-src 'self'${isPdfWorker(file) ? " 'wasm-unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob: evidence:",
    "font-src 'self' data:",
    "connect-src 'self' evidence:",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export function servePage(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = path.normalize(path.join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
    if (host !== 'bundle' || !file.startsWith(folder + path.sep)) return new Response(null, { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const headers = {
      'Content-Type': contentTypes[path.extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': policy(nonce, file),
      'X-Content-Type-Options': 'nosniff',
    };
    try {
      const content = await readFile(file);
      const body = file.endsWith('.html') ? content.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : content;
      return new Response(body, { headers });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** By extension as the user named the file; everything else is only ever bytes. */
const previewTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.bmp': 'image/bmp',
};

/** `evidence://file/<id>`: files of the open workspace by id, with their content checked; the page never sees a path. */
export function serveEvidence(session: Session, backend: Pick<BackendProcess, 'locate'>): void {
  session.protocol.handle('evidence', async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== 'file' || request.method !== 'GET') return new Response(null, { status: 404 });
    const reply = await backend.locate(decodeURIComponent(pathname.slice(1)));
    if (!reply.ok) return new Response(reply.error.message, { status: 404 });
    const type = previewTypes[path.extname(reply.value.name).toLowerCase()] ?? 'application/octet-stream';
    return new Response(Readable.toWeb(createReadStream(reply.value.path)) as ReadableStream, {
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Access-Control-Allow-Origin': 'app://bundle',
        'Cache-Control': 'no-store',
      },
    });
  });
}
