import type {CommandName} from './options/commands.ts';

/** What `whosaw settings` keeps. Settings say who acts and how things look; they never change what matches, and one hides whom it names. */
export const settingsKeys = ['investigator', 'agency', 'timezone', 'theme', 'blind'] as const;
export type SettingsKey = typeof settingsKeys[number];

/** The settings that are one of a few words. */
export const settingsChoices: Readonly<Partial<Record<SettingsKey, readonly string[]>>> = {theme: ['default', 'high-contrast', 'none'], blind: ['on', 'off']};

/** Every option once. Help, the parser, the environment and the tests are made from this table. */
export type Option = {
	/** Without the dashes. */
	readonly name: string;
	readonly short?: string;
	/** What stands for the value in the help; absent: a switch. */
	readonly value?: string;
	/** May be given several times. */
	readonly many?: boolean;
	readonly choices?: readonly string[];
	/** Taken when nothing else says so. */
	readonly fallback?: string;
	readonly help: string;
	readonly group: typeof optionGroups[number];
	/** Environment variable that stands in for the flag. */
	readonly environment?: string;
	/** Why a command that could be thought to take it does not. */
	readonly refused?: Readonly<Partial<Record<CommandName, string>>>;
	/** Setting that stands in for the flag, where the face may use settings at all. */
	readonly setting?: SettingsKey;
	readonly commands: readonly CommandName[] | 'all';
	/** Left out of the help. */
	readonly hidden?: boolean;
};

export const optionGroups = ['What to look for', 'How to read the exports', 'What to print', 'The case file', 'Settings', 'The demo', 'General'] as const;

/** The columns of an unknown table that `--map` can name. */
export const mapRoles = [
	'time', 'employee', 'employee-name', 'customer', 'customer-email', 'customer-country', 'data-type', 'activity',
	'system', 'resource', 'ip', 'reason', 'outcome', 'count', 'id',
] as const;

const asking: readonly CommandName[] = ['open', 'report', 'brief', 'export', 'case'];
const listing: readonly CommandName[] = ['open', 'report', 'leads'];
const reading: readonly CommandName[] = ['open', 'sources', 'report', 'brief', 'leads', 'export', 'case'];
const printing: readonly CommandName[] = ['open', 'sources', 'report', 'brief', 'leads'];
const answering: readonly CommandName[] = ['open', 'report'];

export const options = [
	{name: 'filter', short: 'f', value: 'TEXT', group: 'What to look for', commands: asking, help: 'only accesses that match, such as \'employee:E0042 data:email\''},
	{name: 'employee', value: 'ID', many: true, group: 'What to look for', commands: asking, help: 'by this account: id, login, e-mail or name; * and ? match any'},
	{name: 'customer', value: 'ID', many: true, group: 'What to look for', commands: asking, help: 'that reached this customer'},
	{name: 'from', value: 'TIME', group: 'What to look for', commands: asking, help: 'at this date or time, or later'},
	{name: 'to', value: 'TIME', group: 'What to look for', commands: asking, help: 'before this time; a date includes that day'},
	{name: 'data-type', value: 'TYPE', many: true, group: 'What to look for', commands: asking, help: 'that reached this kind of data, such as email'},
	{name: 'activity', value: 'NAME', many: true, group: 'What to look for', commands: asking, help: 'read, search, list, export, share, create, update, delete, login, other'},
	{name: 'country', value: 'CODE', many: true, group: 'What to look for', commands: asking, help: 'customers of this country, such as GB'},
	{name: 'system', value: 'NAME', many: true, group: 'What to look for', commands: asking, help: 'in this system'},
	{name: 'leaked', value: 'FILE', many: true, group: 'What to look for', commands: listing, help: 'list of leaked customers: ids or e-mails, one a line or a column of a table'},
	{name: 'surfaced', value: 'DATE', group: 'What to look for', commands: ['leads', 'open'], help: 'when the list surfaced: what was reached from then on is left out'},

	{name: 'timezone', value: '[FILES:]ZONE', many: true, group: 'How to read the exports', environment: 'WHOSAW_TIMEZONE', commands: reading, help: 'zone of times without an offset (default UTC, and it says "assumed")'},
	{name: 'date-order', value: 'ORDER', choices: ['mdy', 'dmy'], group: 'How to read the exports', environment: 'WHOSAW_DATE_ORDER', commands: reading, help: 'how to read 03/04/2020: mdy or dmy'},
	{name: 'map', value: '[FILES:]ROLE=COLUMN', many: true, group: 'How to read the exports', commands: reading, help: 'which column of an unknown table is the time, employee, customer, …'},
	{name: 'mapping', value: 'NAME', group: 'How to read the exports', commands: reading, help: 'the columns as they were saved under this name; --map overrides'},
	{name: 'save-mapping', value: 'NAME', group: 'How to read the exports', commands: reading, help: 'keep what the columns were read as under this name'},
	{name: 'format-of', value: 'FILES=FORMAT', many: true, group: 'How to read the exports', commands: reading, help: 'read these files as this format (see whosaw formats)'},
	{name: 'employees', value: 'FILE', many: true, group: 'How to read the exports', commands: [...reading, 'verify'], help: 'directory of employees: names, e-mails, teams, days of leaving beside ids'},
	{name: 'customers', value: 'FILE', many: true, group: 'How to read the exports', commands: [...reading, 'verify'], help: 'directory of customers: e-mails, countries, controllers'},
	{name: 'rules', value: 'FILE', many: true, group: 'How to read the exports', commands: [...reading, 'verify'], help: 'which data a page, object, table or action reaches, and which files are of many customers, where the logs do not say'},
	{name: 'tickets', value: 'FILE', many: true, group: 'How to read the exports', commands: [...reading, 'verify'], help: 'tickets (id, customer, account, opened, closed) to hold reasons against'},
	{name: 'presence', value: 'FILE', many: true, group: 'How to read the exports', commands: [...reading, 'verify'], help: 'shifts, leave, badges (employee, from, to, kind, site) to hold accounts against'},
	{name: 'list-of', value: 'EVENT=FILE', many: true, group: 'How to read the exports', commands: [...reading, 'verify'], help: 'who was in a bulk export: its event id or PATH#RECORD, and the list of its customers'},
	{name: 'overlapping', group: 'How to read the exports', commands: reading, help: 'these exports overlap: count equal records in two files once'},
	{name: 'check-hashes', group: 'How to read the exports', commands: [...reading, 'compare'], help: 'a case: compare the hashes of its exports, not only size and time (export always does)'},
	{name: 'memory', value: 'SIZE', group: 'How to read the exports', environment: 'WHOSAW_MEMORY', commands: [...reading, 'compare'], help: 'most memory for the engine, such as 2GB'},

	{name: 'format', value: 'FORMAT', choices: ['text', 'json', 'ndjson', 'csv', 'markdown', 'html'], fallback: 'text', group: 'What to print', environment: 'WHOSAW_FORMAT', commands: [...printing, 'case', 'compare'], help: 'text, json, ndjson, csv, markdown or html (sources, case show: text or json; brief: those or markdown; compare: those or csv)'},
	{name: 'by', value: 'ROWS', choices: ['customer', 'employee', 'data-type', 'day', 'country', 'event'], group: 'What to print', commands: answering, help: 'rows of csv and ndjson: customer, employee, data-type, day, country or event (default customer)'},
	{name: 'display-timezone', value: 'ZONE', group: 'What to print', environment: 'WHOSAW_DISPLAY_TIMEZONE', setting: 'timezone', commands: [...asking, 'leads'], help: 'zone in which days break and times are shown (default UTC)'},
	{name: 'rejected', group: 'What to print', commands: ['sources'], help: 'list every record that was not understood'},
	{name: 'mask', group: 'What to print', environment: 'WHOSAW_MASK', commands: [...printing, 'compare'], help: 'pseudonyms for names, e-mails and phones (key: WHOSAW_MASK_KEY)'},
	{name: 'raw-cells', group: 'What to print', commands: [...answering, 'compare'], help: 'csv cells as they are, without the guard against spreadsheet formulas'},
	{name: 'output', short: 'o', value: 'PATH', group: 'What to print', commands: ['open', 'sources', 'report', 'brief', 'leads', 'export', 'compare', 'demo'], help: 'write to this file; export and demo: to this folder'},
	{name: 'force', group: 'What to print', commands: [...printing, 'compare'], help: 'replace the file of --output'},
	{name: 'strict', group: 'What to print', environment: 'WHOSAW_STRICT', commands: printing, help: 'exit 3 when something was rejected, skipped, incomplete or assumed'},

	{name: 'reason', value: 'TEXT', group: 'The case file', commands: ['export', 'case'], help: 'why these accesses are in the case file, or out of it'},
	{name: 'investigator', value: 'NAME', group: 'The case file', environment: 'WHOSAW_INVESTIGATOR', setting: 'investigator', commands: ['open', 'report', 'brief', 'leads', 'export', 'case', 'verify'], help: 'who acts: a name, or "NAME <E-MAIL>" (verify: of a case, which then keeps it)'},
	{name: 'audience', value: 'WHO', choices: ['law-enforcement', 'regulator', 'customers', 'hr', 'internal'], fallback: 'law-enforcement', group: 'The case file', commands: ['export'], help: 'whom it is for: law-enforcement (default), regulator, customers, hr or internal; nothing in it is not theirs'},
	{name: 'jurisdictions', value: 'FILE', group: 'The case file', commands: ['export'], help: 'counsel\'s own table of regulators and clocks, as JSON'},
	{name: 'template', value: 'FILE', group: 'The case file', commands: ['export'], help: 'the letter to customers, .txt, .md or .html, with {placeholders} to be filled in'},
	{name: 'tell-count', group: 'The case file', commands: ['export'], help: 'a letter also says how many other customers are affected'},
	{name: 'sources', value: 'PATH', many: true, group: 'The case file', commands: ['verify'], help: 'also ask the exports again, found here by their hashes, and compare'},
	{name: 'sign', value: 'KEY', many: true, group: 'The case file', commands: ['export', 'case'], help: 'sign with this SSH key (its private or public half; ssh-keygen and its agent do it); case review: the head of the journal'},
	{name: 'timestamp-response', value: 'FILE', group: 'The case file', commands: ['export', 'case'], help: 'attach what a time-stamp authority answered to the request (.tsq) of this case file'},
	{name: 'zip', group: 'The case file', commands: ['export'], help: 'also pack the folder of --output as DIR.zip'},
	{name: 'encrypt', value: 'RECIPIENT', many: true, group: 'The case file', commands: ['export'], help: 'also pack it as DIR.zip.age, for an age recipient (age1…) or, through the age program, an SSH key; no plain zip is left'},
	{name: 'signers', value: 'FILE', group: 'The case file', commands: ['verify'], help: 'the keys of the people you know (allowed_signers of ssh-keygen): whose signature it is'},
	{name: 'identity', value: 'FILE', group: 'The case file', commands: ['verify', 'compare'], help: 'your identity of age-keygen, or an SSH key through the age program, for a package that is encrypted'},
	{name: 'title', value: 'TEXT', group: 'The case file', commands: ['case'], help: 'case create: what the case is called'},
	{name: 'purpose', value: 'TEXT', group: 'The case file', commands: ['case'], help: 'case create: what the examination is for'},
	{name: 'authorised-by', value: 'TEXT', group: 'The case file', commands: ['case'], help: 'case create: who allowed it'},
	{name: 'legal-basis', value: 'TEXT', group: 'The case file', commands: ['case'], help: 'case create: on which legal basis'},
	{name: 'privilege', value: 'TEXT', group: 'The case file', commands: ['case'], help: 'case create: a privilege marking, such as "prepared at the request of counsel"'},
	{name: 'scope-employee', value: 'ID', many: true, group: 'The case file', commands: ['case'], help: 'case create: an account that may be looked at; a selection beyond is marked'},
	{name: 'scope-from', value: 'DATE', group: 'The case file', commands: ['case'], help: 'case create: the first moment that may be looked at'},
	{name: 'scope-to', value: 'DATE', group: 'The case file', commands: ['case'], help: 'case create: the moment before which may be looked at'},
	{name: 'copy-sources', group: 'The case file', commands: ['case'], help: 'case create, case sources add: keep a copy of the exports in the case, too'},
	{name: 'retained-until', value: 'DATE', group: 'The case file', commands: ['case'], help: 'case dispose: the last day on which the case had to be kept'},
	{name: 'file', value: 'FILE', group: 'The case file', commands: ['case'], help: 'case facts, case sources describe: JSON with the facts'},

	{name: 'unset', group: 'Settings', commands: ['settings'], help: 'forget this setting'},
	{name: 'json', group: 'Settings', commands: ['settings'], help: 'print them as JSON'},

	{name: 'seed', value: 'NUMBER', group: 'The demo', fallback: '1', commands: ['demo'], help: 'another number is another invented world'},
	{name: 'size', value: 'SIZE', choices: ['small', 'large'], group: 'The demo', fallback: 'small', commands: ['demo'], help: 'small or large'},
	{name: 'or-demo', group: 'The demo', hidden: true, commands: 'all', help: 'without a PATH or a command: as whosaw demo'},

	{name: 'quiet', short: 'q', group: 'General', environment: 'WHOSAW_QUIET', commands: 'all', help: 'only errors on stderr'},
	{name: 'verbose', group: 'General', environment: 'WHOSAW_VERBOSE', commands: 'all', help: 'show the stack of an unexpected error'},
	{name: 'screen-reader', group: 'General', environment: 'INK_SCREEN_READER', commands: ['open', 'demo'], help: 'the app in lines for a screen reader: no boxes, no redrawing'},
	{name: 'blind', group: 'General', environment: 'WHOSAW_BLIND', setting: 'blind', commands: [...printing, 'case', 'compare', 'demo'], refused: {export: 'A case file names accounts to those whom it is for: --audience regulator names none of them. What is only looked at has a blind form: whosaw report, case show, compare.'}, help: 'calls accounts by pseudonyms, such as E-7f3a (b in the app)'},
	{name: 'no-color', group: 'General', environment: 'NO_COLOR', commands: 'all', help: 'no colours'},
	{name: 'help', short: 'h', group: 'General', commands: 'all', help: 'this help'},
	{name: 'version', short: 'V', group: 'General', commands: 'all', help: 'the version'},
] as const satisfies readonly Option[];

export type OptionName = typeof options[number]['name'];

const table: readonly Option[] = options;

/** The options that a command takes, in the order of the table. */
export const optionsOf = (command: CommandName): readonly Option[] =>
	table.filter(({commands}) => commands === 'all' || commands.includes(command));

/** Finds an option by the name after the dashes, long or short. */
export const findOption = (name: string): Option | undefined => table.find(option => option.name === name || option.short === name);
