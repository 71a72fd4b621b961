import {createElement, useState} from 'react';
import {Box, Text, render, useInput} from 'ink';

// The yardstick for keys: a screen of events as Ink draws it when nothing is done about it, a box and a text a cell, all of them anew.
const widths = [19, 10, 18, 12, 14, 10, 14, 13];
const cell = (row, column) => `${row}.${column} `.padEnd(widths[column], 'x').slice(0, widths[column] - 1);

const Screen = () => {
	const [top, setTop] = useState(0);
	useInput(() => setTop(before => before + 1));
	return createElement(Box, {flexDirection: 'column', height: 39}, ...Array.from({length: 39}, (_, row) =>
		createElement(Box, {key: row}, ...widths.map((width, column) =>
			createElement(Box, {key: column, width}, createElement(Text, {inverse: row === 0, wrap: 'truncate'}, cell(top + row, column)))))));
};

render(createElement(Screen), {maxFps: 30});
