import {duckdb} from './dialect.ts';
import {sql, type Sql} from './sql.ts';

/**
Whom a text of a file beside the exports means: a directory's id, a login or an e-mail address that a directory knows, or the id as it was logged. `joins` stand
behind the relation of the text; `key` is NULL where neither the exports nor the directories know it.
*/
export const namedAccount = (text: Sql): {readonly joins: Sql; readonly key: Sql} => {
	const directory = sql`coalesce(named_d.id, named_l.id)`;
	return {
		joins: sql`left join (select distinct id from directory_employee where id is not null) named_d on named_d.id = ${text}
			left join employee_by_alias named_l on named_l.alias = case when contains(${text}, '@') then lower(${text}) else ${text} end
			left join employee named_e on named_e.id = ${text}
			left join (select cell, min(employee) as employee from employee_alias group by cell) named_a on named_a.cell = ${duckdb.key(text)}`,
		// The engine has a key for NULL too.
		key: sql`coalesce(case when ${directory} is not null then ${duckdb.key(directory)} end, named_e.key, named_a.employee)`,
	};
};

/** A full name whatever its letters and blanks; `Rivera, Jane` is `Jane Rivera`. */
export const fullName = (name: Sql): Sql => sql`lower(trim(regexp_replace(case when contains(${name}, ',') then split_part(${name}, ',', 2) || ' ' || split_part(${name}, ',', 1) else ${name} end, '[[:space:]]+', ' ', 'g')))`;

/** The full names that are known, with the id of an account and how many accounts have that name: a name that several have stands for none of them. */
export const namedInFull: Sql = sql`(select name, min(id) as id, count(distinct id) as accounts
	from (select ${fullName(sql`name`)} as name, id from directory_employee where name is not null and id is not null union select ${fullName(sql`name`)}, id from employee where name is not null) group by 1 having name <> '')`;
