import { TextField, type TextFieldProps } from './TextField.tsx';

/**
 * A calendar date (`2026-03-01`) or a wall-clock time (`14:00`) by the device's own picker: on a phone nothing is
 * better known to the hand.
 */
export const DateField = ({ kind, ...props }: Omit<TextFieldProps, 'type'> & { kind: 'date' | 'time' }) => (
	<TextField {...props} type={kind} />
);
