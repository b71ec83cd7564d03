import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { toolName, type ToolName } from '../../../../shared/contract/signalling/notifications.ts';
import type { PeerInfo } from '../../../../shared/contract/signalling/peer.ts';
import type { Api } from '../../../lib/api.ts';
import { PayerApi } from '../../../lib/payments/own/PayerApi.ts';
import type { CallStore } from '../session/state.ts';
import { toolKey } from '../../../lib/toolKey.ts';
import { readAgain } from './readAgain.ts';

export type ToolRole = PeerInfo['role'];

/** What a tool knows of the call around it. */
export interface ToolContext {
	/** Speaks for the viewer: a member by cookie, an attendee by join token. */
	api: Api;
	role: ToolRole;
	appointmentId: string;
	/** When the call began, ISO 8601. */
	startedAt: string;
	/** Attendees who are in the call now. */
	presentAttendeeIds: ReadonlySet<string>;
	/** The professional's name while they are in the call. */
	hostName: string | null;
	/** The tool that the panel shows; it stays open while the panel is closed. */
	openTool: ToolName | null;
	setOpenTool: (tool: ToolName | null) => void;
}

interface ToolsProviderProps {
	api: Api;
	store: CallStore;
	/** Calls `listener` whenever the server says `toolChanged` for this tool; answers with the way to unsubscribe. */
	onToolChanged: (tool: ToolName, listener: () => void) => () => void;
	children: ReactNode;
}

const Context = createContext<ToolContext | null>(null);

/**
 * What the call puts around `<ToolsPanel />` and `<ToolCards />`, once per call and for both roles. It reads who the
 * viewer is from the store, and keeps the tools' data fresh: on `toolChanged`, and after a lost connection.
 * Tools are for those who have entered the call; what stands around them can be drawn before.
 */
export function ToolsProvider({ api, store, onToolChanged, children }: ToolsProviderProps) {
	const { self, appointmentId, startedAt, peers, online } = useStore(store);
	const queryClient = usePageQueryClient();

	useEffect(() => {
		const stops = toolName.options.map((tool) => onToolChanged(tool, () => void readAgain(queryClient, toolKey(tool))));
		return () => stops.forEach((stop) => stop());
	}, [onToolChanged, queryClient]);

	useEffect(() => {
		if (online) void readAgain(queryClient, toolKey());
	}, [online, queryClient]);

	const [openTool, setOpenTool] = useState<ToolName | null>(null);
	const role = self?.role;
	const context = useMemo(
		(): ToolContext | null =>
			role && appointmentId && startedAt
				? {
						api,
						role,
						appointmentId,
						startedAt,
						presentAttendeeIds: new Set(peers.flatMap(({ attendeeId }) => attendeeId ?? [])),
						hostName: peers.find((peer) => peer.role === 'host')?.name ?? null,
						openTool,
						setOpenTool,
					}
				: null,
		[api, role, appointmentId, startedAt, peers, openTool],
	);

	return (
		<QueryClientProvider client={queryClient}>
			<PayerApi value={api}>
				<Context value={context}>{children}</Context>
			</PayerApi>
		</QueryClientProvider>
	);
}

/** How often the tools' data is read again when no call says that it changed; in ms. */
const readAgainMs = 5_000;

type AfterCallProps = Pick<ToolContext, 'api' | 'role' | 'appointmentId' | 'startedAt'> & { children: ReactNode };

/** The same around single tools before or after the call: nobody says then that something changed. */
export function AfterCall({ api, role, appointmentId, startedAt, children }: AfterCallProps) {
	const queryClient = usePageQueryClient();
	useEffect(() => {
		const timer = setInterval(() => void readAgain(queryClient, toolKey()), readAgainMs);
		return () => clearInterval(timer);
	}, [queryClient]);
	const context = useMemo(
		(): ToolContext => ({ ...nobodyThere, api, role, appointmentId, startedAt }),
		[api, role, appointmentId, startedAt],
	);
	return (
		<QueryClientProvider client={queryClient}>
			<PayerApi value={api}>
				<Context value={context}>{children}</Context>
			</PayerApi>
		</QueryClientProvider>
	);
}

const nobodyThere = {
	presentAttendeeIds: new Set<string>(),
	hostName: null,
	openTool: null,
	setOpenTool: () => undefined,
};

/** The call that this tool runs in. */
export function useTool(): ToolContext {
	const context = useContext(Context);
	if (!context) throw new Error('A tool stands outside of ToolsProvider, or of a call.');
	return context;
}

/** The workstation's own; the client's page has none. */
function usePageQueryClient(): QueryClient {
	const outer = useContext(QueryClientContext);
	const [own] = useState(() => outer ?? new QueryClient());
	return outer ?? own;
}
