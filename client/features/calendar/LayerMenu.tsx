import clsx from 'clsx';
import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { MenuChecks } from '../../ui/MenuChecks.tsx';
import type { Layer } from './layers.ts';

interface LayerMenuProps {
	layers: readonly Layer[];
	hidden: ReadonlySet<string>;
	onChange: (hidden: ReadonlySet<string>) => void;
}

/** Which colleagues and offices are shown; nothing where there is nothing to choose. */
export function LayerMenu({ layers, hidden, onChange }: LayerMenuProps) {
	const { t } = useTranslation('calendar');
	const kinds = (['professional', 'office'] as const)
		.map((kind) => ({ kind, layers: layers.filter((layer) => layer.kind === kind) }))
		.filter((group) => group.layers.length > 1);
	if (kinds.length === 0) return null;
	return (
		<Menu
			label={t('layers.label')}
			trigger={
				<Button size="small" icon={<Layers aria-hidden />}>
					{t('layers.action')}
				</Button>
			}
		>
			{kinds.map(({ kind, layers: group }) => (
				<MenuChecks
					key={kind}
					title={t(`layers.${kind}`)}
					options={group.map(({ id, name, colour }) => ({
						value: id,
						label: name,
						icon: kind === 'professional' && (
							<span aria-hidden className={clsx('size-3 rounded-full bg-(--layer)', `layer-${colour}`)} />
						),
					}))}
					checked={group.map(({ id }) => id).filter((id) => !hidden.has(id))}
					onChange={(checked) => {
						const others = [...hidden].filter((id) => !group.some((layer) => layer.id === id));
						onChange(new Set([...others, ...group.map(({ id }) => id).filter((id) => !checked.includes(id))]));
					}}
				/>
			))}
		</Menu>
	);
}
