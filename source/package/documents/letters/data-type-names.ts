import type {Language} from './language.ts';

/** The data types in the words of a letter, by language: English, German, French, Spanish. */
const names: Readonly<Record<string, readonly [en: string, de: string, fr: string, es: string]>> = {
	name: ['your name', 'Ihr Name', 'votre nom', 'su nombre'],
	email: ['your e-mail address', 'Ihre E-Mail-Adresse', 'votre adresse électronique', 'su dirección de correo electrónico'],
	phone: ['your telephone number', 'Ihre Telefonnummer', 'votre numéro de téléphone', 'su número de teléfono'],
	address: ['your postal address', 'Ihre Postanschrift', 'votre adresse postale', 'su dirección postal'],
	birth_date: ['your date of birth', 'Ihr Geburtsdatum', 'votre date de naissance', 'su fecha de nacimiento'],
	account_id: ['your account or user name', 'Ihr Konto- oder Benutzername', 'votre compte ou nom d’utilisateur', 'su cuenta o nombre de usuario'],
	government_id: ['an official identity number of yours', 'eine amtliche Kennnummer von Ihnen', 'un numéro d’identité officiel vous concernant', 'un número de identidad oficial suyo'],
	payment_card: ['payment card data', 'Zahlungskartendaten', 'des données de carte de paiement', 'datos de tarjeta de pago'],
	bank_account: ['bank account data', 'Bankverbindungsdaten', 'des coordonnées bancaires', 'datos de cuenta bancaria'],
	order_history: ['your orders', 'Ihre Bestellungen', 'vos commandes', 'sus pedidos'],
	transactions: ['your transactions', 'Ihre Zahlungsvorgänge', 'vos transactions', 'sus transacciones'],
	credit: ['credit information', 'Bonitätsdaten', 'des informations de crédit', 'información crediticia'],
	credentials: ['passwords or other secrets', 'Passwörter oder andere Geheimnisse', 'des mots de passe ou d’autres secrets', 'contraseñas u otros secretos'],
	communications: ['messages', 'Nachrichten', 'des messages', 'mensajes'],
	support_case: ['your enquiries to support', 'Ihre Anfragen an den Kundendienst', 'vos demandes au service client', 'sus consultas al servicio de atención'],
	location: ['location data', 'Standortdaten', 'des données de localisation', 'datos de localización'],
	device: ['device data and IP addresses', 'Gerätedaten und IP-Adressen', 'des données d’appareil et adresses IP', 'datos de dispositivo y direcciones IP'],
	preferences: ['your preferences', 'Ihre Vorlieben', 'vos préférences', 'sus preferencias'],
	photo: ['photographs', 'Fotos', 'des photographies', 'fotografías'],
	employment: ['data on your employment', 'Angaben zu Ihrer Beschäftigung', 'des données sur votre emploi', 'datos sobre su empleo'],
	family: ['data on your family', 'Angaben zu Ihrer Familie', 'des données sur votre famille', 'datos sobre su familia'],
	health: ['health data', 'Gesundheitsdaten', 'des données de santé', 'datos de salud'],
	biometric: ['biometric data', 'biometrische Daten', 'des données biométriques', 'datos biométricos'],
	genetic: ['genetic data', 'genetische Daten', 'des données génétiques', 'datos genéticos'],
	ethnicity: ['data on ethnic origin', 'Angaben zur ethnischen Herkunft', 'des données sur l’origine ethnique', 'datos sobre el origen étnico'],
	religion: ['data on religious belief', 'Angaben zur Religion', 'des données sur la religion', 'datos sobre creencias religiosas'],
	politics: ['data on political opinion', 'Angaben zur politischen Meinung', 'des données sur les opinions politiques', 'datos sobre opiniones políticas'],
	union: ['data on trade union membership', 'Angaben zur Gewerkschaftszugehörigkeit', 'des données sur l’appartenance syndicale', 'datos sobre afiliación sindical'],
	sexuality: ['data on sexuality', 'Angaben zum Sexualleben', 'des données sur la vie sexuelle', 'datos sobre la vida sexual'],
	criminal: ['data from court or police records', 'Angaben aus Gerichts- oder Polizeiakten', 'des données de dossiers judiciaires ou de police', 'datos de registros judiciales o policiales'],
	unknown: ['data of a kind that our records do not name', 'Daten, deren Art unsere Aufzeichnungen nicht nennen', 'des données dont nos relevés ne précisent pas la nature', 'datos cuyo tipo no indican nuestros registros'],
};

const places: Readonly<Record<Language, number>> = {en: 0, de: 1, fr: 2, es: 3};

/** What was reached, for the person whose data it is. A type of the exports' own keeps its name. */
export const dataTypeName = (id: string, language: Language): string => Object.hasOwn(names, id) ? names[id]![places[language]]! : id.replace(/^custom:/, '');
