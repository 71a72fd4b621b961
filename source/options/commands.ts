export type Command = {
	readonly name: string;
	/** As shown behind the name: `PATH…`. */
	readonly operands: string;
	/** One line. */
	readonly purpose: string;
	readonly examples: readonly [string, string, string];
};

/** The commands of this version, in the order of the help. */
export const commands = [
	{
		name: 'open', operands: 'PATH…', purpose: 'Open exports in the app; where there is no terminal, print their report.',
		examples: ['whosaw exports/', 'whosaw crm.csv --timezone Europe/Dublin', 'whosaw crm.csv --filter \'employee:E0042 data:email\''],
	},
	{
		name: 'report', operands: 'PATH…|CASE', purpose: 'Answer a filter: totals, breakdowns and the affected customers.',
		examples: [
			'whosaw report exports/ --employee E0042 --from 2020-10-01 --to 2020-10-24',
			'whosaw report crm.csv --filter \'data:email NOT reason:*\' --format json',
			'whosaw report exports/ --employee E0042 --format csv --output customers.csv',
		],
	},
	{
		name: 'brief', operands: 'PATH…|CASE', purpose: 'One page for a boss or counsel: counts, ranges, clocks, what is not known.',
		examples: ['whosaw brief email-leak', 'whosaw brief exports/ --employee E0042', 'whosaw brief email-leak --format markdown --output brief.md'],
	},
	{
		name: 'sources', operands: 'PATH…', purpose: 'Say what would be loaded and how it is read, record by record accounted for.',
		examples: ['whosaw sources exports/', 'whosaw sources crm.csv --rejected', 'whosaw sources crm.csv --map employee=agent --format json'],
	},
	{
		name: 'leads', operands: 'PATH…|CASE', purpose: 'Say which accounts are consistent with a leak, and whose days are unusual.',
		examples: [
			'whosaw leads exports/ --leaked reported.txt --employees staff.csv',
			'whosaw leads email-leak --leaked reported.txt --surfaced 2020-10-21 --blind',
			'whosaw leads exports/ --format json --output leads.json',
		],
	},
	{
		name: 'export', operands: 'CASE|PATH…', purpose: 'Write the case file for one audience: what is theirs, with method and hashes.',
		examples: [
			'whosaw export exports/ --employee E0042 --reason "report 7" --output case-file',
			'whosaw export crm.csv --filter data:email --reason "complaint" --output case-2',
			'whosaw export crm.csv --customers people.csv --reason "audit" --output case-3',
		],
	},
	{
		name: 'verify', operands: 'CASE-FILE', purpose: 'Check that a case file is complete and unchanged.',
		examples: ['whosaw verify case-file', 'whosaw verify /media/usb/case-file', 'whosaw verify case-file && echo integrity checked'],
	},
	{
		name: 'compare', operands: 'A B', purpose: 'Two cases, revisions or packages: customers in, out and changed, and why.',
		examples: ['whosaw compare email-leak@12 email-leak', 'whosaw compare sent-in-october case-file', 'whosaw compare old.zip new.zip --format csv --output changes.csv'],
	},
	{
		name: 'case', operands: 'ACTION DIR …', purpose: 'Keep an examination: create, select, exclude, show, log, review, dispose, …',
		examples: [
			'whosaw case create leak exports/ --authorised-by "counsel"',
			'whosaw case select leak --employee E0042 --reason "complaint of 12 October"',
			'whosaw case review leak --investigator "M. Chen"',
		],
	},
	{
		name: 'demo', operands: '', purpose: 'Make a small invented world in ./whosaw-demo and open it.',
		examples: ['whosaw demo', 'whosaw demo --size large --output /tmp/world', 'whosaw demo --seed 7 | less'],
	},
	{
		name: 'formats', operands: '[show NAME]', purpose: 'List the formats it knows and how each is recognised.',
		examples: ['whosaw formats', 'whosaw formats show table', 'whosaw formats | grep json'],
	},
	{
		name: 'settings', operands: '[KEY [VALUE]]', purpose: 'Show or change what is kept between runs: who acts, and how things look.',
		examples: ['whosaw settings', 'whosaw settings investigator "J. Rivera"', 'whosaw settings timezone --unset'],
	},
	{
		name: 'completion', operands: 'bash|zsh|fish', purpose: 'Print what makes a shell complete commands, options and their values.',
		examples: ['source <(whosaw completion bash)', 'whosaw completion zsh > ~/.zfunc/_whosaw', 'whosaw completion fish > ~/.config/fish/completions/whosaw.fish'],
	},
	{
		name: 'help', operands: '[COMMAND]', purpose: 'Explain whosaw or one of its commands.',
		examples: ['whosaw help', 'whosaw help report', 'whosaw sources --help'],
	},
] as const satisfies readonly Command[];

export type CommandName = typeof commands[number]['name'];

const table: ReadonlyArray<Command & {readonly name: CommandName}> = commands;

export const commandNames: readonly CommandName[] = table.map(({name}) => name);

export const findCommand = (name: string): (Command & {readonly name: CommandName}) | undefined => table.find(command => command.name === name);
