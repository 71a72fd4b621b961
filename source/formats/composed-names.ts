import {plainName} from './vocabulary.ts';

/*
Vendors name one thing in many ways: `cust_no`, `viewed_customer`, `client_ref`, `agent_login`, `performed_by`. Names that no list holds
are understood by their parts. Patterns are over plain names (letters and digits, in lower case) and hold for the whole of them, so that
`user_agent`, `approved_by`, `customer_type` and `denial_reason` are nothing of the kind.
*/

const any = (words: string): string => `(?:${words.split(' ').join('|')})`;

const number = any('id ids no nr num number nummer key code ref reference refno uuid guid oid identifier kennung');
const actors = any('employee emp user agent actor staff staffmember operator worker associate representative rep advisor adviser clerk caseworker colleague analyst handler initiator requester requestor invoker executor mitarbeiter benutzer bediener bearbeiter sachbearbeiter anwender utilisateur operateur opérateur usuario empleado agente operador utente operatore dipendente gebruiker medewerker användare pracownik użytkownik');
const account = any('login loginid loginname logon email mail emailaddress mailadresse username account accountname accountid upn principalname alternateid handle sso kennung kuerzel kürzel');
const done = any('performed viewed accessed executed exported requested run done opened read downloaded triggered initiated seen looked searched queried retrieved disclosed consulted handled');
const noted = any('created changed modified logged entered recorded');
const subjects = any('customer cust client contact patient member shopper subscriber guest buyer consumer policyholder insured cardholder accountholder borrower tenant student donor traveller traveler passenger beneficiary debtor enduser datasubject kunde kunden klient klant kund cliente clientes patienten paciente mitglied versicherter abonne abonné');
const reached = any('viewed accessed target targeted affected related linked queried disclosed exposed retrieved case opened selected external end');
const things = any('row rows record records customer customers result results line lines item items entry entries contact contacts client clients member members patient patients zeilen zeile datensätze datensatze datensaetze kunden lignes enregistrements filas registros');
const taken = any('exported affected returned matched processed downloaded read viewed written fetched retrieved');
const moment = any('time timestamp timestamputc date datetime datetimeutc dateutc timeutc utc ts at on ms atutc epoch epochms timems tsms localtime timelocal');
const happening = any('event access accessed action activity log logged view viewed export exported performed executed occurred operation audit entry recorded happened lookup read opened query queried search published done');
const desk = any('zendesk jira servicenow snow salesforce sfdc freshdesk helpdesk servicedesk support intercom otrs crm itsm');
const parts = any('field fields column columns attribute attributes category categories element elements property properties felder spalten champs campos');

/** Role → patterns, the more telling first. */
const patterns: Readonly<Record<string, readonly string[]>> = {
	time: [`${happening}${moment}`, 'dateandtime|datetimelocal|datetimeutc|datumzeit|datumuhrzeit|datumundzeit|datumunduhrzeit|published|horodate|dataora|fechayhora|tijdstip|tidpunkt'],
	employee: [`(?:acting|performing|internal)?${actors}${number}?`, `(?:acting|performing|internal)?${actors}${account}`, `${done}by${actors}?(?:${number}|${account})?`, `principal(?:id|name|email)|wer|who`, `${noted}by${actors}?(?:${number}|${account})?`],
	customer: [`${reached}?${subjects}s?${number}?`, `(?:id|ids|numero|numéro|num|no|nr|code|n)(?:de|du|del)?${subjects}`, `${subjects}(?:list|idlist|s)`],
	'customer-email': [`${reached}?${subjects}(?:email|mail|emailaddress|mailaddress|mailadresse|emailadresse)`],
	'data-type': [`(?:viewed|accessed|returned|disclosed|shown|exposed|pii|sensitive|personal|data|personaldata)${parts}(?:names?|list)?`, `${parts}(?:viewed|accessed|returned|disclosed|shown|exposed|read|seen|names?|list)`, '(?:data|pii)(?:viewed|accessed|returned|disclosed|shown|exposed|seen)', '(?:pii|personaldata|sensitivedata)(?:types?|class(?:es)?)?', 'felder|feldliste|datenfelder|datenkategorien?|datenarten|campo|campi|gegevens'],
	count: [`(?:num|number|no|nb|nbr|total|totalnumber|count|anzahl|nombre|numero)(?:of|de|der)?${taken}?${things}${taken}?`, `${taken}?${things}(?:count|total|num|number)`, `${taken}${things}`, `${things}${taken}`],
	reason: [`${desk}?(?:ticket|case|incident|issue)s?${number}?`, `${desk}(?:${number}|link)?`, '(?:access|business|lookup|view|stated|legal|breakglass|breaktheglass|btg)(?:reason|purpose|justification|basis)(?:text|code|note|comment)?', '(?:reason|purpose|justification)(?:text|code|note|comment|given)', '(?:vorgang|vorgangs|ticket|fall|anfrage|geschäftsvorfall)(?:nr|nummer|id)?|begründung|begruendung|anlass|reden|motivo'],
	outcome: ['(?:access|action|event|request|operation|auth|authz|authorization|response|http|final|return)(?:outcome|result|status|decision|code|statuscode|response)', 'erfolg|statut|esito|risultato|utfall|wynik'],
	activity: ['(?:user|event|audit|access|activity|operation|action)(?:action|activity|operation|type|name|verb)', 'tätigkeit|taetigkeit|aktivität|aktivitaet|aktionsart|zugriffsart|azione|operazione|actie'],
	ip: [`(?:client|source|src|remote|caller|user|actor|workstation|origin|host)(?:ip|ipaddress|ipaddr|ipv4|address|addr)`],
	id: ['(?:event|log|audit|auditlog|record|entry|activity|action|access|request|message|row|line)(?:id|uuid|guid|no|nr|number|key|seq|sequence|oid)'],
};

const compiled = new Map(Object.entries(patterns).map(([role, list]) => [role, list.map(pattern => new RegExp(`^(?:${pattern})$`, 'u'))]));

/** Behind every listed name. */
const behind = 1000;

/** How telling the parts of a plain name are for a role; undefined says nothing. */
export const composedRank = (role: string, plain: string): number | undefined => {
	const found = (compiled.get(role) ?? []).findIndex(pattern => pattern.test(plain));
	return found === -1 ? undefined : behind + found;
};

const someone = any('target entity object person party profile holder individual account acct konto household case record item data owner affected viewed accessed');
const maybeCustomer = new RegExp(`^(?:${someone}|targets|entities|objects|persons|people|parties|individuals|accounts|records)s?(?:${number})$|^(?:person|people|party|profile|individual|household|holder|target|targets|entity|entities)$`, 'u');

/** Whether a column may name customers and may name something else: `target_id`, `account_number`. It is asked, neither taken nor left aside. */
export const mayNameCustomers = (column: string): boolean => {
	const path = column.replaceAll('[]', '').split('.');
	return [path.join(''), path.slice(-2).join(''), path.at(-1)!].some(name => maybeCustomer.test(plainName(name)));
};
