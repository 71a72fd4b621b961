/** What was looked at. Each kind of damage has its own check and message. */
export type CheckName =
	| 'declaration' | 'bag-info' | 'manifest' | 'payload' | 'tag-manifest' | 'payload-oxum' | 'fetch' | 'links'
	| 'files' | 'evidence' | 'customers' | 'exposures' | 'sources' | 'rejected' | 'query' | 'case' | 'journal' | 'accounts' | 'identities' | 'excluded' | 'others' | 'notification' | 'tables' | 'redaction' | 'leads' | 'heads' | 'replay' | 'counts' | 'review' | 'signature' | 'timestamp' | 'archive' | 'encryption' | 'disposal' | 'kept' | 'heads';

export type Finding = {
	readonly check: CheckName;
	readonly ok: boolean;
	/** A sentence for people; values from the package in it are made visible. */
	readonly message: string;
	/** True of something that holds but should be known. */
	readonly warning?: true;
};

export const pass = (check: CheckName, message: string): Finding => ({check, ok: true, message});
export const fail = (check: CheckName, message: string): Finding => ({check, ok: false, message});
export const warn = (check: CheckName, message: string): Finding => ({check, ok: true, message, warning: true});

/** What went wrong, or one sentence that all was well. */
export const orPass = (findings: readonly Finding[], check: CheckName, message: string): readonly Finding[] =>
	findings.some(finding => finding.check === check && !finding.ok) ? findings : [...findings, pass(check, message)];
