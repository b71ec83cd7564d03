import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkNetwork, type NetworkState } from './networkCheck.ts';

const icons = {
	checking: <LoaderCircle aria-hidden className="text-muted size-5 shrink-0 animate-spin" />,
	good: <CircleCheck aria-hidden className="text-success size-5 shrink-0" />,
	blocked: <TriangleAlert aria-hidden className="text-warn size-5 shrink-0" />,
};

/** One line that says whether calls can leave this network. */
export function NetworkCheck() {
	const { t } = useTranslation('join');
	const [state, setState] = useState<NetworkState>('checking');
	useEffect(() => void checkNetwork().then(setState), []);
	return (
		<p role="status" data-network={state} className="flex items-start gap-3">
			{icons[state]}
			{t(`network.${state}`)}
		</p>
	);
}
