import {testFormat} from '../helpers/format-fixture.ts';

testFormat('github-audit', {
	title: 'GitHub: milliseconds, clones and downloads',
	records: [
		{_document_id: 'a', created_at: 1601544600000, action: 'git.clone', actor: 'ann', org: 'example', repo: 'example/crm', actor_ip: '192.0.2.1'},
		{_document_id: 'b', '@timestamp': 1601544601000, action: 'repo.download_zip', actor: 'ann', org: 'example', repo: 'example/crm'},
	],
	expected: [
		{at: 1_601_544_600_000_000, employee: 'ann', activity: 'read', resource: 'example/crm', ip: '192.0.2.1'}, {at: 1_601_544_601_000_000, activity: 'export'},
	],
	timeless: {_document_id: 'c', action: 'repo.create', actor: 'ann', org: 'example'},
	copies: 'known',
});
