import icon from './icon.svg';

/** The product's mark; the name stands beside it. */
export const Logo = ({ className }: { className?: string }) => <img src={icon} alt="" className={className} />;
