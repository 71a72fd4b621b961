import type {PaneBox} from '../../app/layout.ts';
import type {Size} from '../../app/state.ts';

/** Room for what a screen other than Explore shows, within the frame. */
export const bodyBox = ({size: {columns, rows}}: {readonly size: Size}): PaneBox => ({width: columns - 4, height: Math.max(1, rows - 6)});
