/** Query key of one client's notes. */
export const notesKey = (clientId: string) => ['notes', clientId];
