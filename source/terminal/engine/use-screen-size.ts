import {useEffect, useState} from 'react';
import {useStdout} from 'ink';
import {sizeOf, type ScreenSize, type Sized} from './screen-size.ts';

type Stdout = Sized & {readonly size?: () => ScreenSize};

const measure = (stdout: Stdout): ScreenSize => stdout.size?.() ?? sizeOf(stdout);

/** The screen's size, and again after each resize. Take it from here: the `rows` that Ink is told are one more than there are. */
export const useScreenSize = (): ScreenSize => {
	const {stdout} = useStdout();
	const [size, setSize] = useState(() => measure(stdout));
	useEffect(() => {
		const onResize = (): void => {
			const next = measure(stdout);
			setSize(last => last.columns === next.columns && last.rows === next.rows ? last : next);
		};

		// It may have changed since the first drawing.
		onResize();
		stdout.on('resize', onResize);
		return () => {
			stdout.off('resize', onResize);
		};
	}, [stdout]);
	return size;
};
