import test from 'ava';
import type {CaseFileContents} from '../../../source/package/contents.ts';
import {lettersFolder} from '../../../source/package/documents/letters/letters-folder.ts';
import {languageNote} from '../../../source/package/documents/letters/stated-languages.ts';
import {readTemplate} from '../../../source/package/documents/letters/template.ts';
import {readmeFile} from '../../../source/package/readme-file.ts';
import {again, letterCustomers, letterFacts, makeContext, packagedCase} from './_case-context.ts';

const lettersOf = async (others: Partial<CaseFileContents> = {}): Promise<ReadonlyMap<string, string>> => {
	const letters = new Map<string, string>();
	for await (const {path, pieces} of lettersFolder.files(makeContext({audience: 'customers', ...others}))) {
		let text = '';
		for await (const piece of pieces) {
			text += String(piece);
		}

		letters.set(path.replace('data/letters/', ''), text);
	}

	return letters;
};

const withFacts = (facts: Readonly<Record<string, unknown>>): Partial<CaseFileContents> => ({case: packagedCase({facts: {...letterFacts, ...facts}})});

test('each customer gets a letter in a language of theirs, and a line to merge', async t => {
	const letters = await lettersOf();
	t.deepEqual([...letters.keys()], ['000001.txt', '000002.txt', '000003.txt', '000004.txt', 'mail-merge.csv']);
	t.regex(letters.get('000001.txt')!, /What was reached: your e-mail address\.\nWhen: between 1 October 2020 and 3 October 2020\./);
	t.regex(letters.get('000002.txt')!, /Worauf zugegriffen wurde: Ihre E-Mail-Adresse und Ihr Name\./);
	t.regex(letters.get('000003.txt')!, /Quand : le 1er octobre 2020\./);
	t.regex(letters.get('000004.txt')!, /^Example México\n/);
	t.is(letters.get('mail-merge.csv')!.trimEnd().split('\r\n').length, 5);
});

test('a letter names its receiver and nobody else, no account, and no number of others unless told to', async t => {
	const letters = await lettersOf();
	for (const [index, customer] of letterCustomers.entries()) {
		const text = letters.get(`00000${index + 1}.txt`)!;
		t.true(text.includes(customer.customer));
		for (const secret of ['E0042', 'Jane Rivera', '570', '571', ...letterCustomers.filter(other => other !== customer).map(other => other.customer)]) {
			t.false(text.includes(secret), secret);
		}
	}

	t.regex((await lettersOf({documents: {tellCount: true}})).get('000001.txt')!, /other customers who are affected: at least 570\./);
});

test('that no other data was reached is said where the records carry it, else that they do not', async t => {
	const letters = await lettersOf();
	t.regex(letters.get('000001.txt')!, /no other kind of your data was reached/);
	t.regex(letters.get('000002.txt')!, /lassen nicht ausschließen/);
});

test('the letters as shipped play nothing down and judge nobody', async t => {
	const text = [...(await lettersOf()).values()].join('\n');
	t.notRegex(text, /\b(?:only|fired|criminal|no action needed|nur|seulement|uniquement|solo|sólo|solamente)\b/i);
});

test('letters are held back while the facts name a hold', async t => {
	await t.throwsAsync(lettersOf(withFacts({hold: {by: 'Police', until: '2020-12-01'}})), {message: /held back: the facts name a hold \(Police, 2020-12-01\)/});
	t.is((await lettersOf(withFacts({hold: null}))).size, 5);
});

test('a fact that judges, plays down or names an account is refused, and so are facts that are missing', async t => {
	await t.throwsAsync(lettersOf(withFacts({measuresTaken: 'The employee was fired.'})), {message: 'a letter never says "fired"'});
	await t.throwsAsync(lettersOf(withFacts({consequences: 'It is only your e-mail address.'})), {message: 'a letter never says "only"'});
	await t.throwsAsync(lettersOf(withFacts({measuresTaken: 'We closed the account E0042.'})), {message: /"measuresTaken" names a customer or an account/});
	await t.throwsAsync(lettersOf(withFacts({contact: undefined, consequences: ''})), {message: /does not have: consequences, contact/});
	await t.throwsAsync(lettersOf({...withFacts({controllers: []}), customers: again([letterCustomers[0]!])}), {message: /nobody says which company answers for the data of the customer C1001/});
});

test('a customer without a name is greeted as one, and no line names nobody', async t => {
	const nameless = (language: string) => ({...letterCustomers[0]!, name: undefined, language}) as typeof letterCustomers[number];
	const letters = await lettersOf({customers: again(['en', 'de', 'fr', 'es'].map(language => nameless(language)))});
	for (const [index, greeting] of ['Dear customer,', 'Guten Tag,', 'Bonjour,', 'Hola:'].entries()) {
		const lines = letters.get(`00000${index + 1}.txt`)!.split('\n');
		t.true(lines.includes(greeting), greeting);
		t.is(lines[4], 'customer1@example.com');
	}

	t.regex((await lettersOf()).get('000004.txt')!, /\nHola, Customer Number4:\n/);
	t.regex((await lettersOf({customers: again([nameless('en')]), documents: {template: {name: 'own.txt', text: 'Dear {name}, {controller} {what} {when} {contact}'}}})).get('000001.txt')!, /^Dear customer,/);
});

test('which authorities were told, and what a country was taken from, is said in the language of the letter', async t => {
	const customers = again([{...letterCustomers[1]!, countryBasis: 'residence'}, {...letterCustomers[2]!, countryBasis: 'billing'}, {...letterCustomers[3]!, countryBasis: 'column X'}]);
	const letters = await lettersOf({...withFacts({priorReports: [{authority: 'ICO', reference: 'IC-0001', at: '2020-10-24'}, {authority: 'BfDI', at: '2020-10-24T22:30:00Z'}, {authority: 'AEPD', reference: 'no. 7.'}]}), customers, displayTimezone: 'Europe/Berlin'});
	t.regex(letters.get('000001.txt')!, /: ICO, Aktenzeichen IC-0001, am 24\. Oktober 2020; BfDI, am 25\. Oktober 2020; AEPD, Aktenzeichen no\. 7\.\n/);
	t.regex(letters.get('000001.txt')!, /verantwortlich \(das entnehmen wir Ihrem Wohnsitzland\)\./);
	t.regex(letters.get('000002.txt')!, /: ICO, référence IC-0001, le 24 octobre 2020 ; BfDI, le 25 octobre 2020 ;/);
	t.regex(letters.get('000002.txt')!, /\(d’après votre adresse de facturation\)/);
	t.regex(letters.get('000003.txt')!, /referencia IC-0001, el 24 de octubre de 2020;/);
	t.regex(letters.get('000003.txt')!, /\(según: column X\)/);
});

test('facts can be stated in several languages', async t => {
	const letters = await lettersOf(withFacts({consequences: {en: 'Unwanted mail.', de: 'Unerwünschte Post.'}}));
	t.regex(letters.get('000002.txt')!, /Unerwünschte Post\./);
	t.regex(letters.get('000003.txt')!, /Unwanted mail\./);
});

test('the sender is told which facts are not stated in each language of the letters, and nothing where all are', t => {
	const each = {en: 'Unwanted mail.', de: 'Unerwünschte Post.', fr: 'Courrier indésirable.', es: 'Correo no deseado.'};
	t.regex(languageNote({consequences: each, measuresTaken: 'The way in was closed.', adviceToCustomers: {en: 'Change it.'}, contact: 'help@example.com'})!, /: measuresTaken, adviceToCustomers\.$/);
	t.is(languageNote({consequences: each, measuresTaken: each, adviceToCustomers: each}), undefined);
	const readme = [...readmeFile.text(makeContext({audience: 'customers', case: packagedCase({facts: {consequences: 'unwanted mail'}})})) as Iterable<string>].join('');
	t.regex(readme, /\nLetters are in en, de, fr, es.*: consequences\.\n/);
});

test('facts that end without a full stop stand as sentences one behind the other', async t => {
	const letters = await lettersOf(withFacts({measuresTaken: 'the way in was closed', measuresProposed: 'fewer people can export!', consequences: 'unwanted mail'}));
	t.regex(letters.get('000001.txt')!, /the way in was closed\. fewer people can export!\n/);
	t.regex(letters.get('000001.txt')!, /unwanted mail\.\n/);
});

test('a template of one\u2019s own decides by its name how values are escaped', async t => {
	const text = '<p>{controller} {what} {when} {contact} {name}</p>\n<p>{others}</p>';
	const customers = again([{...letterCustomers[0]!, name: '<img src=x>\u202E=1+1'}]);
	const letters = await lettersOf({documents: {template: {name: 'letter.html', text}}, customers});
	t.regex(letters.get('000001.html')!, /&lt;img src=x&gt;⟨U\+202E⟩=1\+1/);
	t.regex((await lettersOf({documents: {template: {name: 'letter.md', text: '{controller} {what} {when} {contact} {name}'}}, customers})).get('000001.md')!, /\\<img/);
	t.regex((await lettersOf({customers: again([{...letterCustomers[0]!, name: '=1+1'}])})).get('mail-merge.csv')!, /,'=1\+1,/);
});

test('a template that names what is not known, or leaves out what a letter must say, is refused with its line', t => {
	t.like(t.throws(() => readTemplate('l.txt', 'a\n{controler}')), {message: 'the template of the letters has no value for {controler}'});
	t.regex(t.throws(() => readTemplate('l.txt', '{controller} {what} {when} {contact} {'))!.message, /brace without its other/);
	t.regex(t.throws(() => readTemplate('l.txt', 'Dear {name}'))!.message, /leaves out \{controller\}/);
	t.notThrows(() => readTemplate('l.txt', '{{x}} {controller} {what} {when} {contact}'));
});

test('a value that looks like a placeholder is not filled in again', async t => {
	const letters = await lettersOf({customers: again([{...letterCustomers[0]!, name: '{email} $&'}])});
	t.true(letters.get('000001.txt')!.includes('Dear {email} $&,'));
});
