import {createContext, useContext, useLayoutEffect, useRef, useState, type ReactNode} from 'react';
import {Box, Text, useIsScreenReaderEnabled, useStdout, type DOMElement} from 'ink';
import type {ScreenSize} from '../engine/screen-size.ts';
import {spokenText} from '../text/spoken-text.ts';
import {compose, type Placed} from './compose.ts';
import type {Pieces} from './pieces.ts';

/*
Ink takes every frame apart into cells and puts it together again: 20 of the 35 milliseconds a key cost. Here Ink lays boxes out and
tells when; the texts in them go from our own rows straight to the writer, which writes those that changed. Where the output is no
screen of ours (a test's, a screen reader's), Ink draws the same rows as texts.
*/

/** What of the writer a canvas needs. */
type Surface = {
	readonly size: () => ScreenSize;
	show(rows: readonly string[]): void;
	/** Called after each drawing of Ink's. */
	onDrawn(listener: () => void): () => void;
};

type Blocks = WeakMap<DOMElement, readonly Pieces[]>;

const BlocksContext = createContext<Blocks | undefined>(undefined);

const surfaceOf = (stdout: object): Surface | undefined => 'onDrawn' in stdout ? stdout as Surface : undefined;

/** In the order of the tree: what Ink would draw later lies above. */
const placedBlocks = (blocks: Blocks, node: DOMElement, [left, top]: readonly [number, number] = [0, 0]): readonly Placed[] => {
	const {yogaNode} = node;
	if (!yogaNode) {
		return [];
	}

	const [x, y] = [left + yogaNode.getComputedLeft(), top + yogaNode.getComputedTop()];
	const rows = blocks.get(node);
	const below = node.childNodes.flatMap(child => 'childNodes' in child ? placedBlocks(blocks, child, [x, y]) : []);
	return rows ? [{x, y, rows}, ...below] : below;
};

/** Around everything that is drawn. */
export const Canvas = ({children}: {readonly children: ReactNode}): ReactNode => {
	const surface = surfaceOf(useStdout().stdout);
	const root = useRef<DOMElement>(null);
	const [blocks] = useState((): Blocks => new WeakMap());
	useLayoutEffect(() => surface?.onDrawn(() => {
		if (root.current) {
			surface.show(compose(placedBlocks(blocks, root.current), surface.size()));
		}
	}), [surface, blocks]);
	// Outside of the flow it has no height for Ink, which then makes no cells.
	return surface ? <BlocksContext value={blocks}><Box ref={root} position='absolute'>{children}</Box></BlocksContext> : children;
};

const Block = ({rows, blocks}: {readonly rows: readonly Pieces[]; readonly blocks: Blocks}): ReactNode => {
	const box = useRef<DOMElement>(null);
	useLayoutEffect(() => {
		if (box.current) {
			blocks.set(box.current, rows);
		}
	}, [blocks, rows]);
	return <Box ref={box} height={rows.length} flexShrink={0}/>;
};

/** For the ear: Ink measures a line anew at every blank in it, and the blanks that align columns say nothing. */
const SpokenRow = ({pieces}: {readonly pieces: Pieces}): ReactNode => <Text>{spokenText(pieces.map(({text}) => text).join(''))}</Text>;

const InkRow = ({pieces}: {readonly pieces: Pieces}): ReactNode => (
	<Text wrap='truncate'>
		{pieces.map(({text, style}, index) => style ? <Text key={index} {...style}>{text}</Text> : text)}
	</Text>
);

/** Rows below each other, fitted to their place. Give it the same rows as long as they do not change. */
export const RowsView = ({rows}: {readonly rows: readonly Pieces[]}): ReactNode => {
	const blocks = useContext(BlocksContext);
	const isSpoken = useIsScreenReaderEnabled();
	if (blocks) {
		return <Block rows={rows} blocks={blocks}/>;
	}

	return rows.map((pieces, row) => isSpoken ? <SpokenRow key={row} pieces={pieces}/> : <InkRow key={row} pieces={pieces}/>);
};
