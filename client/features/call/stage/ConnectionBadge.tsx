import clsx from 'clsx';
import { ArrowLeftRight, Router, Server, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { worst } from '../quality/assess.ts';
import type { ConnectionKind } from '../session/state.ts';
import { useCall } from './callContext.ts';
import { ConnectionDialog } from './ConnectionDialog.tsx';
import { QualityBars } from './QualityBars.tsx';

const icons = { direct: ArrowLeftRight, relayed: Router, groupServer: Server } satisfies Record<
	ConnectionKind,
	unknown
>;

/** How the call is connected, in one word, and whether that is good enough; how it is for each when pressed. */
export function ConnectionBadge() {
	const { t } = useTranslation('call');
	const online = useCall((state) => state.online);
	const connection = useCall((state) => state.connection);
	const level = useCall(({ quality }) =>
		worst(...Object.values(quality?.people ?? {}).map(({ verdict }) => verdict.level)),
	);
	const [isOpen, setOpen] = useState(false);
	const style = 'flex shrink-0 items-center gap-1.5 rounded-full px-3 text-small font-medium [&_svg]:size-4';
	if (!online) {
		return (
			<p role="alert" data-connection="lost" className={clsx(style, 'bg-warn-soft text-warn py-1')}>
				<WifiOff aria-hidden />
				{t('connection.lost')}
			</p>
		);
	}
	if (!connection) return null;
	const Icon = icons[connection];
	return (
		<>
			<Button
				data-connection={connection}
				className={clsx(
					style,
					'min-h-11',
					level === 'good' ? 'bg-stage-raised text-stage-muted hover:bg-stage-line' : 'bg-warn-soft text-warn',
				)}
				onPress={() => setOpen(true)}
			>
				{level === 'good' ? <Icon aria-hidden /> : <QualityBars level={level} />}
				<span className="max-sm:sr-only">{t(`connection.${connection}.word`)}</span>
				{level !== 'good' && (
					<span className="sr-only">{t('quality.mark', { level: t(`quality.level.${level}`) })}</span>
				)}
			</Button>
			<ConnectionDialog connection={connection} isOpen={isOpen} onClose={() => setOpen(false)} />
		</>
	);
}
