import { Toasts } from '../ui/Toasts.tsx';

export const App = () => <Toasts />;
