import type {Language} from './language.ts';

/*
The letters as they are shipped. They say which data was reached and when; never by whom, and nothing that plays it down. What stands in braces is filled in.
*/

/** Sentences that are said or left out customer by customer. */
export type Sentences = {
	readonly template: string;
	/** Without a name where it is not known. */
	readonly greeting: (name: string | undefined) => string;
	/** What a template of one's own calls a customer whose name is not known. */
	readonly somebody: string;
	readonly on: (day: string) => string;
	readonly between: (first: string, last: string) => string;
	readonly noOther: string;
	readonly otherPossible: string;
	readonly others: (count: string, atLeast: boolean) => string;
	/** `from` says what it is taken from. */
	readonly why: (controller: string, from: string | undefined) => string;
	/** What a country was taken from, by the bases that directories of customers are read with; another is named as it stands. */
	readonly bases: Readonly<Record<'residence' | 'billing' | 'shipping' | 'market', string>>;
	readonly from: (basis: string) => string;
	readonly reference: (number: string) => string;
	readonly notTold: string;
};

const english = `{controller}

{date}

{name}
{email}

Reference: {customer}

{greeting}

We write to inform you of an incident that concerns your personal data.

What was reached: {what}.
When: {when}.
{other}
{others}

Why we write: {why}

Which authorities were told: {authorities}

What this may mean for you: {consequences}

What we have done and will do: {measures}

What you can do: {advice}

Whom you can ask: {contact}

{controller}
`;

const german = `{controller}

{date}

{name}
{email}

Zeichen: {customer}

{greeting}

wir unterrichten Sie über einen Vorfall, der Ihre personenbezogenen Daten betrifft.

Worauf zugegriffen wurde: {what}.
Wann: {when}.
{other}
{others}

Warum wir Ihnen schreiben: {why}

Welche Behörden unterrichtet wurden: {authorities}

Was das für Sie bedeuten kann: {consequences}

Was wir getan haben und tun werden: {measures}

Was Sie tun können: {advice}

Wen Sie fragen können: {contact}

{controller}
`;

const french = `{controller}

{date}

{name}
{email}

Référence : {customer}

{greeting}

Nous vous informons d’un incident qui concerne vos données à caractère personnel.

Données consultées : {what}.
Quand : {when}.
{other}
{others}

Pourquoi nous vous écrivons : {why}

Autorités informées : {authorities}

Ce que cela peut signifier pour vous : {consequences}

Ce que nous avons fait et allons faire : {measures}

Ce que vous pouvez faire : {advice}

À qui vous adresser : {contact}

{controller}
`;

const spanish = `{controller}

{date}

{name}
{email}

Referencia: {customer}

{greeting}

Le informamos de un incidente que afecta a sus datos personales.

A qué datos se accedió: {what}.
Cuándo: {when}.
{other}
{others}

Por qué le escribimos: {why}

A qué autoridades se informó: {authorities}

Qué puede significar para usted: {consequences}

Qué hemos hecho y qué haremos: {measures}

Qué puede hacer usted: {advice}

A quién puede preguntar: {contact}

{controller}
`;

export const shipped: Readonly<Record<Language, Sentences>> = {
	en: {
		template: english, greeting: name => name === undefined ? 'Dear customer,' : `Dear ${name},`, somebody: 'customer', on: day => `on ${day}`, between: (first, last) => `between ${first} and ${last}`,
		noOther: 'Our records show that no other kind of your data was reached.', otherPossible: 'Our records do not let us exclude that other data of yours was reached.',
		others: (count, atLeast) => `Number of other customers who are affected: ${atLeast ? 'at least ' : ''}${count}.`,
		why: (controller, from) => `${controller} is the company responsible for your data${from === undefined ? '' : ` (${from})`}.`,
		bases: {residence: 'we take this from your country of residence', billing: 'we take this from your billing address', shipping: 'we take this from your delivery address', market: 'we take this from the market in which you are a customer'},
		from: basis => `we take this from: ${basis}`, reference: number => `reference ${number}`, notTold: 'none so far.',
	},
	de: {
		template: german, greeting: name => name === undefined ? 'Guten Tag,' : `Guten Tag ${name},`, somebody: '', on: day => `am ${day}`, between: (first, last) => `zwischen dem ${first} und dem ${last}`,
		noOther: 'Nach unseren Aufzeichnungen wurde auf keine andere Art Ihrer Daten zugegriffen.', otherPossible: 'Unsere Aufzeichnungen lassen nicht ausschließen, dass auf weitere Daten von Ihnen zugegriffen wurde.',
		others: (count, atLeast) => `Zahl der anderen betroffenen Kundinnen und Kunden: ${atLeast ? 'mindestens ' : ''}${count}.`,
		why: (controller, from) => `${controller} ist für Ihre Daten verantwortlich${from === undefined ? '' : ` (${from})`}.`,
		bases: {residence: 'das entnehmen wir Ihrem Wohnsitzland', billing: 'das entnehmen wir Ihrer Rechnungsanschrift', shipping: 'das entnehmen wir Ihrer Lieferanschrift', market: 'das entnehmen wir dem Markt, in dem Sie Kundin oder Kunde sind'},
		from: basis => `das entnehmen wir: ${basis}`, reference: number => `Aktenzeichen ${number}`, notTold: 'bisher keine.',
	},
	fr: {
		template: french, greeting: name => name === undefined ? 'Bonjour,' : `Bonjour ${name},`, somebody: '', on: day => `le ${day}`, between: (first, last) => `entre le ${first} et le ${last}`,
		noOther: 'Nos relevés montrent qu’aucune autre catégorie de vos données n’a été consultée.', otherPossible: 'Nos relevés ne permettent pas d’exclure que d’autres données vous concernant aient été consultées.',
		others: (count, atLeast) => `Nombre d’autres clients concernés : ${atLeast ? 'au moins ' : ''}${count}.`,
		why: (controller, from) => `${controller} est responsable du traitement de vos données${from === undefined ? '' : ` (${from})`}.`,
		bases: {residence: 'd’après votre pays de résidence', billing: 'd’après votre adresse de facturation', shipping: 'd’après votre adresse de livraison', market: 'd’après le marché dont vous êtes client'},
		from: basis => `selon : ${basis}`, reference: number => `référence ${number}`, notTold: 'aucune à ce jour.',
	},
	es: {
		template: spanish, greeting: name => name === undefined ? 'Hola:' : `Hola, ${name}:`, somebody: '', on: day => `el ${day}`, between: (first, last) => `entre el ${first} y el ${last}`,
		noOther: 'Nuestros registros muestran que no se accedió a ningún otro tipo de datos suyos.', otherPossible: 'Nuestros registros no permiten descartar que se accediera a otros datos suyos.',
		others: (count, atLeast) => `Número de otros clientes afectados: ${atLeast ? 'al menos ' : ''}${count}.`,
		why: (controller, from) => `${controller} es responsable del tratamiento de sus datos${from === undefined ? '' : ` (${from})`}.`,
		bases: {residence: 'según su país de residencia', billing: 'según su dirección de facturación', shipping: 'según su dirección de entrega', market: 'según el mercado en el que es cliente'},
		from: basis => `según: ${basis}`, reference: number => `referencia ${number}`, notTold: 'ninguna hasta ahora.',
	},
};
