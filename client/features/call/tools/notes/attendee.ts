export { SharedNotes } from './SharedNotes.tsx';
export { SharedNotesState } from './SharedNotesState.tsx';
