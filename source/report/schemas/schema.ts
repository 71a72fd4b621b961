/** As much of JSON Schema (draft 2020-12) as the shipped schemas use. */
export type Schema = {
	readonly $schema?: string;
	readonly $id?: string;
	readonly title?: string;
	readonly description?: string;
	readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
	readonly const?: string;
	readonly enum?: readonly string[];
	readonly pattern?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly minItems?: number;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: boolean | Schema;
	readonly items?: Schema;
	readonly oneOf?: readonly Schema[];
};

export const text: Schema = {type: 'string'};
export const count: Schema = {type: 'integer', minimum: 0};
export const truth: Schema = {type: 'boolean'};
export const texts: Schema = {type: 'array', items: text};

/** UTC, ending in `Z`; six fractional digits only if they are not zero. */
export const instant: Schema = {type: 'string', pattern: String.raw`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?Z$`};
export const day: Schema = {type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'};

/** Nothing but these properties, and all of them but the optional ones. */
export const object = (required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema =>
	({type: 'object', properties: {...required, ...optional}, required: Object.keys(required), additionalProperties: false});

export const list = (items: Schema): Schema => ({type: 'array', items});
