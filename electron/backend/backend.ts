import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { clauseLinkContract } from '../../shared/contract/clause-link.ts';
import type { BackendEvent, Handlers, Output } from '../../shared/contract/contract.ts';
import { editionContract } from '../../shared/contract/edition.ts';
import { officialTextContract } from '../../shared/contract/official-text.ts';
import { ownStandardContract } from '../../shared/contract/own-standard.ts';
import { standardContract } from '../../shared/contract/standard.ts';
import { standardDraftContract } from '../../shared/contract/standard-draft.ts';
import type { EvidenceFileId, TargetId } from '../../shared/domain/id.ts';
import { noWorkspace, targetNotFound, notAWorkspace } from '../../shared/errors/messages.ts';
import * as assess from './assessment/assess.ts';
import { setFigures, setOwnTarget } from './assessment/measure.ts';
import { attachBytes, attachFiles } from './evidence/attach.ts';
import { describeEvidence, removeEvidence, reuseEvidence } from './evidence/manage.ts';
import type { DocumentReader } from './evidence/document-text/document-reader.ts';
import type { LocatedFile } from './evidence/open-evidence-file.ts';
import { restoreFile } from './evidence/restore-file.ts';
import { createGrants } from './grants.ts';
import { createJobs, type Job } from './jobs/jobs.ts';
import { editScoring, editTarget, planLifts, setTarget } from './round/set-target.ts';
import { reportVerdict } from './round/verdict-report.ts';
import type { RoomNeeds } from './room-needs.ts';
import { delegate } from './rooms.ts';
import { createRouter, type LogBug } from './router.ts';
import type { Standards } from './standard/standards.ts';
import type { Drafts } from './standard-draft/drafts.ts';
import { createWorkspace, openWorkspace, type OpenWorkspace } from './workspace/open-workspace.ts';
import { createRecentWorkspaces } from './workspace/recent-workspaces.ts';
import { createSession, type Session } from './workspace/session.ts';

/** What a caller — window, command line, test — provides. */
export interface BackendOptions {
  /** The built-in packs. */
  readonly standardsFolder: string;
  /** Where this person's settings lie; undefined for callers that remember nothing. */
  readonly settingsFolder: string | undefined;
  /** Where the sample workspace is built. */
  readonly sampleFolder: string;
  /** The script that writes workbooks in a thread of its own. */
  readonly workbookWorker: URL;
  /** The script that reads standards out of files in a thread of its own. */
  readonly standardWorker: URL;
  /** The script that reads the text out of Word and Excel evidence in a thread of its own. */
  readonly documentWorker: URL;
  readonly program: string;
  readonly version: string;
  readonly now: () => Date;
  readonly announce: (event: BackendEvent) => void;
  readonly logBug: LogBug;
}

export type Backend = ReturnType<typeof createBackend>;

/** The whole application without a window. */
export function createBackend(options: BackendOptions) {
  const grants = createGrants();
  const jobs = createJobs(options.announce);
  // What start-up does not need is loaded when it is first asked for.
  const standards = once(async () => {
    const { createStandards } = await import('./standard/standards.ts');
    return (openStandards = createStandards({ ...options, grants, jobs, writable, opened: () => session }));
  });
  let openStandards: Standards | undefined;
  const exchange = once(async () =>
    (await import('./exchange/exchange.ts')).createExchange({ ...options, grants, jobs, current }),
  );
  const documents = once(async () => {
    const { createDocumentReader } = await import('./evidence/document-text/document-reader.ts');
    return (openDocuments = createDocumentReader({ workerUrl: options.documentWorker }));
  });
  let openDocuments: DocumentReader | undefined;
  const drafts = once(async () => {
    const { createDrafts } = await import('./standard-draft/drafts.ts');
    return (openDrafts = createDrafts({ ...options, grants, jobs, current, writable, standards }));
  });
  let openDrafts: Drafts | undefined;
  const needs: RoomNeeds = { grants, jobs, current, writable, standards, drafts, now: options.now };
  const officialTexts = once(async () =>
    (await import('./official-text/official-texts.ts')).createOfficialTexts(needs),
  );
  const ownWork = once(async () => (await import('./own-standard/own-work.ts')).createOwnWork(needs));
  const editions = once(async () => (await import('./edition/editions.ts')).createEditions(needs));
  const links = once(async () => (await import('./clause-link/links.ts')).createLinks(needs));
  const recent = options.settingsFolder === undefined ? undefined : createRecentWorkspaces(options.settingsFolder);
  const opener = { program: options.program };
  let session: Session | undefined;
  let reopening: Promise<unknown> | undefined;

  function current(): Session {
    if (!session) throw noWorkspace();
    return session;
  }

  /** The open workspace, for a command that changes it. */
  function writable(): Session {
    const found = current();
    found.assertWritable();
    return found;
  }

  const state = (): Output<'workspace.state'> => ({
    workspace: session?.workspace.info,
    rounds: session?.rounds.list() ?? [],
    lastRound: session?.rounds.last(),
    recent: recent?.list() ?? [],
  });

  async function enter(opening: () => OpenWorkspace | Promise<OpenWorkspace>): Promise<Output<'workspace.state'>> {
    const before = session;
    const opened = await opening();
    before?.close();
    session = createSession(opened, options.now, options.program);
    await remember(opened);
    return state();
  }

  /** Once a day for the workspace that was open last: a start need not wait for the disk. */
  async function remember({ info, folder }: OpenWorkspace): Promise<void> {
    const openedAt = options.now().toISOString();
    const [last] = recent?.list() ?? [];
    if (last?.folder === folder && last.openedAt.slice(0, 10) === openedAt.slice(0, 10)) return;
    await recent?.remember({ id: info.id, institution: info.institution, folder, openedAt });
  }

  /** Opening the workspace that is open already needs no second lock. */
  const open = async (folder: string): Promise<Output<'workspace.state'>> =>
    session && path.resolve(session.workspace.folder) === path.resolve(folder)
      ? state()
      : enter(() => openWorkspace(folder, options.now(), opener));

  async function openSample(folder: string, job: Job): Promise<Output<'workspace.state'>> {
    if (!existsSync(folder)) {
      const { buildSample } = await import('./sample/build-sample.ts');
      await buildSample({
        folder,
        library: (await standards()).library,
        job,
        now: options.now,
        program: options.program,
      });
    }
    return open(folder);
  }

  const attaching = (from: Session, place: { roundId: Parameters<Session['round']>[0]; clauseId: never }) => ({
    round: from.round(place.roundId),
    clauseId: place.clauseId,
    repo: from.evidence,
    store: from.store,
    now: options.now,
  });

  const handlers: Handlers = {
    'workspace.state': async () => {
      await reopening;
      const known = state();
      const { lastRound } = known;
      return { ...known, lastView: lastRound && current().round(lastRound).view() };
    },
    'workspace.create': ({ folder, institution, type }) =>
      grants.use(folder, (path_) => enter(() => createWorkspace(path_, institution, type, options.now(), opener))),
    'workspace.open': ({ folder }) => grants.use(folder, open),
    'workspace.openRecent': ({ workspaceId }) => {
      const folder = recent?.folderOf(workspaceId);
      if (folder === undefined) throw notAWorkspace('最近打开');
      return open(folder);
    },
    'workspace.openSample': ({ jobId }) => jobs.run(jobId, (job) => openSample(options.sampleFolder, job)),
    'workspace.close': () => {
      session?.close();
      session = undefined;
      return state();
    },

    ...delegate(standardContract, standards),
    ...delegate(standardDraftContract, drafts),
    ...delegate(officialTextContract, officialTexts),
    ...delegate(ownStandardContract, ownWork),
    ...delegate(editionContract, editions),
    ...delegate(clauseLinkContract, links),

    'round.create': async ({ packId, targetId, title }) => {
      const into = writable();
      const { standard } = (await standards()).get(packId);
      const target = standard.targets.find((level) => level.id === (targetId as TargetId));
      if (!target) {
        throw targetNotFound(
          targetId,
          standard.targets.map((level) => level.id),
        );
      }
      return into.createRound(standard, target, title === '' ? `${options.now().getFullYear()} 年自评` : title);
    },
    'round.list': () => current().rounds.list(),
    'round.open': ({ roundId }) => current().round(roundId).view(),
    'round.rename': ({ roundId, title }) => writable().round(roundId).rename(title),
    'round.visit': ({ roundId, clauseId }) => {
      const from = current();
      if (from.workspace.info.readOnlyBecause === undefined) from.round(roundId).visit(clauseId);
    },
    'round.setTarget': (input) => setTarget(writable().round(input.roundId), input),
    'round.editTarget': (input) => editTarget(writable().round(input.roundId), input),
    'round.editScoring': (input) => editScoring(writable().round(input.roundId), input),
    'round.plan': (input) => planLifts(writable().round(input.roundId), input),
    'round.verdict': ({ roundId, targetId }) => reportVerdict(current().round(roundId), targetId),

    'assessment.mark': (input) => assess.markPoints(writable().round(input.roundId), input),
    'assessment.grade': (input) => assess.setGrade(writable().round(input.roundId), input),
    'assessment.score': (input) => assess.setScore(writable().round(input.roundId), input),
    'assessment.figures': (input) => setFigures(writable().round(input.roundId), input),
    'assessment.ownTarget': (input) => setOwnTarget(writable().round(input.roundId), input),
    'assessment.note': (input) => assess.setNote(writable().round(input.roundId), input),
    'assessment.undo': async ({ roundId }) => {
      const from = writable();
      await from.loadInitials();
      return assess.undo(from.round(roundId));
    },
    'assessment.redo': async ({ roundId }) => {
      const from = writable();
      await from.loadInitials();
      return assess.redo(from.round(roundId));
    },
    'assessment.importScores': ({ roundId, file }) =>
      grants.use(file, async (source) => {
        const { importScores } = await import('./assessment/import-scores.ts');
        return importScores(writable().round(roundId), source);
      }),
    'assessment.search': ({ roundId, text }) => {
      const from = current();
      return from.search.findClauses(from.storedRound(roundId).standardId, roundId, text);
    },

    'evidence.attach': (input) => {
      const from = writable();
      return jobs.run(input.jobId, async (job) => {
        const chosen = input.files.map((token) => grants.pathOf(token));
        const details = input.title === undefined ? {} : { title: input.title };
        const onRefused = input.skipRefused === true ? 'attach-rest' : 'attach-none';
        return attachFiles(attaching(from, input as never), chosen, job, details, onRefused);
      });
    },
    'evidence.paste': (input) => attachBytes(attaching(writable(), input as never), input.name, input.bytes),
    'evidence.reuse': (input) => {
      const from = writable();
      return reuseEvidence(from.round(input.roundId), from.evidence, input);
    },
    'evidence.remove': (input) => removeEvidence(writable().round(input.roundId), input),
    'evidence.describe': async (input) => {
      const from = writable();
      await from.loadInitials();
      return describeEvidence(from.round(input.roundId), from.evidence, input);
    },
    'evidence.check': async ({ fileId }) => {
      await current().files.verified(fileId);
    },
    'evidence.restore': ({ fileId, file }) => grants.use(file, (original) => restoreFile(writable(), fileId, original)),
    'evidence.readText': async ({ fileId }) => {
      const file = await current().files.verified(fileId);
      return (await documents()).read(file);
    },
    'evidence.find': ({ text }) => {
      const { search, evidence } = current();
      const ids = text.trim() === '' ? evidence.recent() : search.findEvidence(text).slice(0, 50);
      const found = evidence.load(ids);
      return ids.flatMap((id) => found.get(id) ?? []);
    },

    'exchange.exportWorkbook': async (input) => (await exchange()).exportWorkbook(input),
    'exchange.exportBundle': async (input) => (await exchange()).exportBundle(input),
    'exchange.faultyFiles': async (input) => (await exchange()).faultyFiles(input),
    'job.cancel': ({ jobId }) => jobs.cancel(jobId),
  };

  return {
    call: createRouter(handlers, options.logBug),
    handlers,
    /** Makes a path known under a token; only the side that asked the user may do this. */
    grant: grants.grant,
    /** Where an evidence file lies, once its content is vouched for. */
    locateEvidence: async (id: string): Promise<LocatedFile> => current().files.verified(id as EvidenceFileId),
    /**
     * Opens what was open last. When that cannot be, nothing is open: the list of recent workspaces is shown, and
     * choosing one there says what is wrong.
     */
    reopenLast(): void {
      const [last] = recent?.list() ?? [];
      if (last) reopening = open(last.folder).catch(() => undefined);
    },
    /** Builds the sample workspace in a folder that does not exist yet, and opens it. */
    openSample: (folder: string) => jobs.run(randomUUID(), (job) => openSample(folder, job)),
    /** What is wrong with built-in packs, for the log and the command line. */
    standardProblems: async () => (await (await standards()).library.list()).problems,
    close(): void {
      jobs.cancelAll();
      openDocuments?.close();
      openDrafts?.close();
      session?.close();
      session = undefined;
      openStandards?.library.close();
    },
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
