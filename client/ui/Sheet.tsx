import { Dialog, type DialogProps } from './Dialog.tsx';

/** A modal panel at the right edge; on a phone it rises from below. */
export const Sheet = (props: Omit<DialogProps, 'placement'>) => <Dialog {...props} placement="side" />;
