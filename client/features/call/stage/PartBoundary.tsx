import { Component, type ReactNode } from 'react';

interface PartBoundaryProps {
	/** What stands there instead. */
	fallback: ReactNode;
	children: ReactNode;
}

/** Around a part of the call's screen: whatever becomes of it, the call goes on. */
export class PartBoundary extends Component<PartBoundaryProps, { hasFailed: boolean }> {
	override state = { hasFailed: false };

	static getDerivedStateFromError() {
		return { hasFailed: true };
	}

	override render(): ReactNode {
		return this.state.hasFailed ? this.props.fallback : this.props.children;
	}
}
