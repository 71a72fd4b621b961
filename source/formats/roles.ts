import {composedRank} from './composed-names.ts';
import {plainName} from './vocabulary.ts';

/** What a column of an unknown table can be. */
export const roles = ['time', 'employee', 'employee-name', 'customer', 'customer-email', 'customer-country', 'data-type', 'activity', 'system', 'resource', 'ip', 'reason', 'outcome', 'count', 'id'] as const;
export type Role = typeof roles[number];

/** Column names by role, most telling first, in several languages; plain names as `plainName` gives them. */
const synonyms: Readonly<Record<Role, string>> = {
	time: 'timestamp time eventtime eventtimestamp accesstime accessedat createdat occurredat datetime at ts when eventdate date loggedat logtime viewedat zeitstempel zeitpunkt zeit datum uhrzeit horodatage dateheure fechahora fecha timestamputc timeutc timems epochms epoch created eventcreated starttime localtime timestamplocal timelocal accesstimestamp exportedat timestampms tsms',
	employee: 'employeeid employee userid user username agentid agent actorid actor actorlogin staffid staff operatorid operator login account accountid accessedby performedby useraccount mitarbeiter mitarbeiterid benutzer benutzername bediener utilisateur identifiant employe usuario empleado worker workerid principal exportedby viewedby rep repid performer actorusername useremail agentemail actoremail employeelogin employeeemail requestedby who runby by',
	'employee-name': 'employeename userfullname agentname actorname staffname operatorname displayname userdisplayname mitarbeitername nomutilisateur',
	customer: 'customerid customer customers customerids clientid client clients contactid contact subjectid subject patientid patient accountholderid accountholder memberid member customerno customernumber shopperid shopper kundennummer kunde kundenid kundennr idclient cliente clienteid consumerid datasubject datasubjectid recordid targetcustomer customeraccount customerref subscriberid guestid guest buyer buyerid subjects buyeremail shoppers contacts contactids members patients',
	'customer-email': 'customeremail clientemail contactemail subjectemail customermail memberemail emailofcustomer kundenemail emailclient customeremailaddress recipient shopperemail',
	'customer-country': 'customercountry clientcountry country countrycode land pays pais customercountrycode residence residencecountry shoppercountry market',
	'data-type': 'datatype datatypes fields field fieldsviewed fieldsaccessed columns columnsaccessed datacategory datacategories datafields category datenart datentyp champs donnees campos viewedfields dataviewed attributes datatypesaccessed accessedfields disclosed what',
	activity: 'activity action operation event eventtype eventname actiontype accesstype verb aktion vorgang accion method type operationname',
	system: 'system application app product source sourcesystem service anwendung systeme aplicacion tool module channel platform',
	resource: 'resource object page path url uri screen endpoint report reportname file filename view table entity objekt seite ressource recurso query target document',
	ip: 'ip ipaddress clientip sourceip remoteip remoteaddr clientipaddress sourceipaddress ipadresse adresseip direccionip callerip workstationip remoteaddress',
	reason: 'reason ticket ticketid case caseid purpose justification ticketnumber caseno casenumber grund zweck motif motivo reference ticketref comment reasoncode accessreason supportcase businessreason',
	outcome: 'outcome result status success response responsecode statuscode ergebnis resultat resultado decision allowed accessresult httpstatus granted',
	count: 'count rows rowcount recordcount records numrecords rowsexported numberofrecords anzahl nombre cantidad rowsprocessed recordsexported customercount total exportedrows exportcount customers_count numrows',
	id: 'eventid id logid uuid auditid recordid entryid eventuuid requestid guid logentryid accessid transactionid messageid rowid eventno sequence seq',
};

const ranks = new Map(roles.flatMap(role => synonyms[role].split(' ').map((name, rank) => [`${role} ${plainName(name)}`, rank] as const)));

/** How telling a column's name is for a role: 0 is the best, undefined says nothing. The last part of a dotted path counts, and the whole of it. */
export const nameRank = (role: Role, column: string): number | undefined => {
	const path = column.replaceAll('[]', '').split('.');
	const names = [column.replaceAll('[]', ''), path.slice(-2).join('.'), ...(path.length > 1 && ['id', 'email', 'name', 'login', 'value'].includes(path.at(-1)!.toLowerCase()) ? [] : [path.at(-1)!])];
	// `customers[].id` is a customer's id as `customer.id` is.
	const singular = path.length > 1 ? [`${path.at(-2)!.replace(/s$/, '')}.${path.at(-1)!}`] : [];
	const plain = [...names, ...singular].map(name => plainName(name));
	const found = plain.map(name => ranks.get(`${role} ${name}`) ?? composedRank(role, name)).filter(rank => rank !== undefined);
	return found.length === 0 ? undefined : Math.min(...found);
};
