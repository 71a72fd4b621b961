import type {Press} from '../../keymap/press.ts';
import type {ListMove} from './state.ts';

const arrows: Readonly<Record<string, ListMove>> = {
	down: {by: 1}, up: {by: -1}, pagedown: {pages: 1}, pageup: {pages: -1}, home: {to: 'first'}, end: {to: 'last'},
	'ctrl+f': {pages: 1}, 'ctrl+b': {pages: -1},
};

const letters: Readonly<Record<string, ListMove>> = {j: {by: 1}, k: {by: -1}, g: {to: 'first'}, G: {to: 'last'}};

/** Where a key moves in a list that one only looks at. */
export const listMove = ({chord}: Press): ListMove | undefined => arrows[chord] ?? letters[chord];

/** The same beside a line that is being typed: letters belong to the line. */
export const listMoveBesideLine = ({chord}: Press): ListMove | undefined => ({down: {by: 1}, up: {by: -1}, pagedown: {pages: 1}, pageup: {pages: -1}} as Readonly<Record<string, ListMove>>)[chord];
