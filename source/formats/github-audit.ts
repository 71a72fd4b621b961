import {field, first, join, literal, type FieldMap} from '../records/field-expression.ts';
import {meaning, oneOf} from './expressions.ts';
import type {Format} from './format.ts';
import {has, hasSome, share, textAt, type SampleRecord} from './signature.ts';

/** Other logs have actions with a dot, too: `customer.view`. */
const categories = /^(account|artifact|billing|business|codespaces|copilot|dependabot\w*|deploy_key|enterprise\w*|environment|git|hook|integration\w*|ip_allow_list\w*|issues?|members_can\w*|migration|oauth_\w+|org|organization\w*|packages?|personal_access_token\w*|private_\w+|project\w*|protected_branch|public_key|pull_request\w*|repo|repository\w*|role|secret_scanning\w*|ssh_\w+|team\w*|two_factor\w*|user|workflows?)\.[a-z\d_.]+$/;

const isEvent = (record: SampleRecord): boolean =>
	categories.test(textAt(record, 'action')) && has(record, 'actor') && typeof record['actor'] === 'string'
	&& hasSome(record, 'org', 'repo', 'business', 'repository', '_document_id', 'actor_location', 'programmatic_access_type');

const fields: FieldMap = {
	time: oneOf('created_at', '@timestamp'),
	// GitHub writes milliseconds; copies of its log may have rewritten them, in a part of the records.
	timeStyle: {kind: 'iso-or-epoch', unit: 'ms'},
	id: field('_document_id'),
	employee: oneOf('actor', 'actor_id'),
	action: field('action'),
	activity: meaning(field('action'), [String.raw`^git\.(clone|fetch|pull)`, 'read'], [String.raw`^git\.push`, 'update'], ['download|export', 'export'], [String.raw`\.access$`, 'update']),
	system: literal('GitHub'),
	resource: first(oneOf('repo', 'repository'), join('/', oneOf('org', 'business'), oneOf('team', 'user', 'name'))),
	ip: field('actor_ip'),
	device: field('user_agent'),
};

export const githubAudit: Format = {
	name: 'github-audit',
	title: 'GitHub audit log',
	recognised: 'action (git.clone) and actor beside org, repo or business, in JSON, NDJSON or CSV',
	about: 'What members did in an organisation: clones, pushes, settings, members. It names repositories, not people in them.',
	detect: sample => share(sample, isEvent),
	fields: () => fields,
	zone: 'UTC',
	limitations: ['GitHub keeps Git events (clone, fetch, push) for seven days and others for 180, gives Git events in separate exports, and shows addresses only where that was switched on.'],
};
