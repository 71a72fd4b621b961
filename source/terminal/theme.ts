/** What `<Text {...theme.muted}>` takes. Colours are names of the terminal's own palette, so that they fit what the user chose. */
export type Style = {
	readonly color?: string;
	readonly backgroundColor?: string;
	readonly bold?: boolean;
	readonly dimColor?: boolean;
	readonly inverse?: boolean;
	readonly underline?: boolean;
};

export type ThemeName = 'default' | 'high-contrast' | 'none';

/** Colour never carries a meaning alone: whatever these mark has a sign or a word beside it. */
export type Theme = {
	readonly name: ThemeName;
	/** The one colour that says: here. Focus, keys, the chips of the filter. */
	readonly accent: Style;
	/** Labels, units, counts of what is filtered out. */
	readonly muted: Style;
	readonly warning: Style;
	readonly danger: Style;
	/** The selected row of the pane that has the focus. */
	readonly selection: Style;
	/** The selected row of the others. */
	readonly selectionAside: Style;
	/** Titles and the header line of tables. */
	readonly heading: Style;
	/** `<Box {...theme.border}>`, and of the pane that has the focus. */
	readonly border: {readonly borderColor?: string; readonly borderDimColor?: boolean};
	readonly borderFocused: {readonly borderColor?: string; readonly borderDimColor?: boolean};
};

const standard: Theme = Object.freeze({
	name: 'default',
	accent: {color: 'cyan'},
	muted: {dimColor: true},
	warning: {color: 'yellow'},
	danger: {color: 'red'},
	selection: {inverse: true},
	selectionAside: {bold: true},
	heading: {bold: true},
	border: {borderDimColor: true},
	borderFocused: {borderColor: 'cyan'},
});

const highContrast: Theme = Object.freeze({
	name: 'high-contrast',
	accent: {color: 'cyanBright', bold: true},
	muted: {},
	warning: {color: 'yellowBright', bold: true},
	danger: {color: 'redBright', bold: true},
	selection: {color: 'black', backgroundColor: 'whiteBright', bold: true},
	selectionAside: {bold: true, underline: true},
	heading: {bold: true, underline: true},
	border: {},
	borderFocused: {borderColor: 'cyanBright'},
});

const none: Theme = Object.freeze({
	name: 'none',
	accent: {bold: true},
	muted: {},
	warning: {bold: true},
	danger: {bold: true},
	selection: {inverse: true},
	selectionAside: {underline: true},
	heading: {bold: true},
	border: {},
	borderFocused: {},
});

export const themes: Readonly<Record<ThemeName, Theme>> = Object.freeze({default: standard, 'high-contrast': highContrast, none});

export const themeNames: readonly ThemeName[] = ['default', 'high-contrast', 'none'];

/** What `Next theme` goes through, whichever one began with. */
export const themesToChoose = (colour: boolean): readonly ThemeName[] => colour ? themeNames : ['none'];

/** Without colour it is `none`, whatever was asked for. */
export const chooseTheme = ({name = 'default', colour = true}: {readonly name?: ThemeName; readonly colour?: boolean} = {}): Theme =>
	colour ? themes[name] : themes.none;
