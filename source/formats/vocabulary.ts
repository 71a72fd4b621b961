import {activities, type Activity, type Outcome} from '../records/activity.ts';
import {dataTypes, unknownDataType} from '../records/data-type.ts';

/** Letters and digits only, in lower case and without their marks: `E-Mail_Address` and `emailAddress` are one name, and `Usuário` and `usuario`. */
export const plainName = (text: string): string => text.normalize('NFKD').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

const words = (text: string): readonly string[] => text.split(' ');

/** Verbs of many logs, by the first of which an action is understood. In order: the first that occurs wins. */
const activityWords: ReadonlyArray<readonly [Activity, readonly string[]]> = [
	['login', words('login logon signin authenticate consolelogin assumerole logout signout')],
	['export', words('export download bulkexport exported downloaded extract dump bulk reportexport print save')],
	['share', words('share shared forward send sent transmit disclose copylink')],
	['search', words('search query find lookup scan select searched queried')],
	['list', words('list browse index describe listview listed report')],
	['delete', words('delete remove erase purge destroy detach terminate revoke deleted removed')],
	['create', words('create add insert new post put upload created added run')],
	['update', words('update edit modify change patch write attach set put start stop updated edited changed modified')],
	['read', words('read view get open access show display head batchget viewed opened accessed preview previewed reveal peek fetch retrieve profile look copy')],
];

const known = new Map(activityWords.flatMap(([activity, list]) => list.map(word => [word, activity] as const)));

/** What an action means, by its words: `view_customer`, `GetObject`, `REPORT EXPORT`. */
export const activityOf = (action: string): Activity => {
	const plain = action.trim().toLowerCase();
	const exact = activities.find(activity => activity === plain) ?? known.get(plainName(plain));
	if (exact) {
		return exact;
	}

	const parts = action.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/);
	return activityWords.find(([, list]) => parts.some(part => list.includes(part)))?.[0] ?? 'other';
};

const denied = new Set(words('denied deny forbidden refused blocked unauthorized unauthorised 401 403 accessdenied notauthorized rejected noaccess disallowed permissiondenied verweigert refuse refusé denegado false no'));
const failed = new Set(words('error failed failure fail exception timeout invalid aborted 400 404 408 409 429 500 502 503 504 fehler echec échec fallo unsuccessful'));
const succeeded = new Set(words('success succeeded successful ok allowed allow granted permitted completed complete done 200 201 202 204 206 304 true yes pass passed erfolgreich reussi réussi exito éxito'));

/** How an outcome ended: `ALLOWED`, `403`, `AccessDenied`. An error code that says nothing of rights is an error. */
export const outcomeOf = (text: string): Outcome => {
	const plain = plainName(text);
	if (succeeded.has(plain)) {
		return 'success';
	}

	if (denied.has(plain) || /denied|forbidden|unauthori[sz]ed|notauthorized/.test(plain)) {
		return 'denied';
	}

	return failed.has(plain) || /error|exception|fail|invalid|nosuch|notfound/.test(plain) ? 'error' : 'unknown';
};

const dataTypeWords: Readonly<Record<string, string>> = {
	name: 'fullname firstname lastname surname customername contactname',
	email: 'mail emailaddress emails emailaddr mailaddress eposta courriel',
	phone: 'phonenumber telephone tel mobile mobilephone phones telephonenumber cell cellphone telefon',
	address: 'postaladdress physicaladdress shippingaddress billingaddress street addresses homeaddress postcode zip zipcode adresse',
	birth_date: 'birthdate dateofbirth dob birthday',
	account_id: 'accountid username login userid accountnumber customernumber account',
	government_id: 'governmentid nationalid passport passportnumber ssn socialsecuritynumber taxid drivinglicence driverslicense idnumber nino',
	payment_card: 'paymentcard card creditcard cardnumber pan creditcardnumber payment paymentmethod paymentmethods cards',
	bank_account: 'bankaccount iban bank accountiban sortcode bankaccountnumber',
	order_history: 'orderhistory orders order purchases purchasehistory orderdetails basket',
	transactions: 'transaction payments invoices transactionhistory',
	credit: 'creditscore creditrecord creditreport income',
	credentials: 'password passwords secret secrets pin token securityanswer passwordhash',
	communications: 'communication message messages chat calls callrecording voicemail emailcontent correspondence',
	support_case: 'supportcase case cases ticket tickets supporttickets supporthistory interaction',
	location: 'gps geolocation coordinates locations travelhistory',
	device: 'devices ipaddress deviceid browser browserhistory',
	preferences: 'preference settings marketingpreferences wishlist',
	photo: 'picture image avatar photos profilephoto',
	employment: 'job employer salary profession',
	family: 'spouse children relatives',
	health: 'medical diagnosis prescription healthrecord medicalrecord',
	biometric: 'biometrics fingerprint faceid',
	genetic: 'dna genetics',
	ethnicity: 'ethnicorigin race',
	religion: 'religious belief',
	politics: 'political politicalopinion',
	union: 'tradeunion unionmembership',
	sexuality: 'sexualorientation sexualpreference',
	criminal: 'criminalrecord conviction convictions',
};

const dataTypeNames = new Map([
	...Object.entries(dataTypeWords).flatMap(([id, list]) => words(list).map(word => [word, id] as const)),
	...dataTypes.map(({id}) => [plainName(id), id] as const),
	[unknownDataType, unknownDataType] as const,
]);

/** The data type a log's own name stands for; `custom:<name>` for a name of its own, which is then listed as unmatched. */
export const dataTypeOf = (text: string): {readonly id: string; readonly known: boolean} => {
	const name = text.replace(/^custom:/, '');
	// `c.email` is the column of a table.
	const id = dataTypeNames.get(plainName(name)) ?? dataTypeNames.get(plainName(name.split('.').at(-1)!));
	return id === undefined ? {id: `custom:${text.replace(/^custom:/, '').toLowerCase()}`, known: text.startsWith('custom:')} : {id, known: true};
};
