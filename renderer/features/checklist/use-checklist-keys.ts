import { useEffect, useRef } from 'react';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { useServices, type Services } from '../../app/services.ts';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { everything, isSameFilter } from './clause-filter.ts';
import { focusOn } from './focus-targets.ts';
import { cycledMark, isWhileHeld, keyCommand, type KeyCommand } from './key-commands.ts';
import { knownMarks } from './mark-words.ts';
import { hasLocalEdits, isTyping, watchEdits } from './typing.ts';

/** The checklist's keys. */
export function useChecklistKeys() {
  const services = useServices();
  const obeyed = useRef<string>(undefined);
  usePageKeys((event) => {
    const typing = isTyping(event.target);
    // A key that led into a field must not be typed there as long as it is held.
    if (event.repeat && typing && event.code === obeyed.current) return event.preventDefault();
    if (!event.repeat) obeyed.current = undefined;
    const command = keyCommand(event, typing);
    if (!command) return;
    // Space works the focused button, and the browser's own undo works in a field that was typed in.
    if (command.do === 'preview' && event.target instanceof HTMLButtonElement) return;
    if ((command.do === 'undo' || command.do === 'redo') && hasLocalEdits(event.target)) return;
    event.preventDefault();
    if (event.repeat && !isWhileHeld(command)) return;
    obeyed.current = event.code;
    obey(command, services, typing);
  });
  useEffect(() => watchEdits(window), []);
}

function obey(command: KeyCommand, services: Services, typing: boolean) {
  const { checklist, round, preview, app } = services;
  const list = checklist.getState();
  const clauseId = list.selected;
  const goTo = ([changed]: readonly ClauseId[]) => changed && checklist.getState().showClause(changed);
  switch (command.do) {
    case 'move':
      return list.move(command.step);
    case 'next-unscored':
      return list.nextUnscored();
    case 'edit-note':
      return focusOn('note');
    case 'search':
      return focusOn('search');
    case 'help':
      return app.getState().openDialog('keys');
    case 'undo':
      return void round.getState().undo().then(goTo);
    case 'redo':
      return void round.getState().redo().then(goTo);
    case 'grade':
      if (clauseId) list.chooseGrade(clauseId, command.grade);
      return;
    case 'toggle-met':
      if (clauseId) list.markPoint(clauseId, command.point, (mark) => (mark === 'met' ? undefined : 'met'));
      return;
    case 'cycle-mark':
      if (clauseId) {
        list.markPoint(clauseId, command.point, (mark, { method }) => cycledMark(mark, knownMarks(method)));
      }
      return;
    case 'meet-all':
      if (clauseId) list.meetAll(clauseId);
      return;
    case 'fail-whole':
      if (clauseId) list.failWhole(clauseId);
      return;
    case 'enter-figure':
      if (!focusOn('figure') && clauseId) list.say(clauseId, '这个条款没有得分或数据可填');
      return;
    case 'preview': {
      const evidence = clauseId ? round.getState().states.get(clauseId)?.evidence : undefined;
      if (evidence?.[0]) preview.getState().open(evidence, evidence[0]);
      return;
    }
    case 'leave':
      if (clauseId && list.releaseReason(clauseId)) return focusOn('list');
      if (!typing && (list.searchText !== '' || !isSameFilter(list.filter, everything))) list.clear();
      return focusOn('list');
  }
}
