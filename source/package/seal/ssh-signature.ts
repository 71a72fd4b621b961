import {createHash} from 'node:crypto';

/** What an SSHSIG says of itself (PROTOCOL.sshsig of OpenSSH). Whether it fits is for ssh-keygen to say. */
export type SshSignature = {
	readonly namespace: string;
	/** Such as `ssh-ed25519`. */
	readonly keyType: string;
	/** As in a public key file. */
	readonly publicKey: string;
	/** As `ssh-keygen -l` prints it: `SHA256:…`. */
	readonly fingerprint: string;
};

const armour = /^-----BEGIN SSH SIGNATURE-----\r?\n([A-Za-z\d+/=\r\n]+)-----END SSH SIGNATURE-----\r?\n?$/;

/** Strings with their length in four bytes before them. Undefined at the end of the bytes. */
const stringReader = (bytes: Buffer, start: number): (() => Buffer | undefined) => {
	let at = start;
	return () => {
		const end = at + 4 <= bytes.length ? at + 4 + bytes.readUInt32BE(at) : Number.POSITIVE_INFINITY;
		if (end > bytes.length) {
			return undefined;
		}

		const value = bytes.subarray(at + 4, end);
		at = end;
		return value;
	};
};

/** Undefined: it is no such signature, or it is damaged. */
export const parseSshSignature = (text: string): SshSignature | undefined => {
	const bytes = Buffer.from(armour.exec(text)?.[1] ?? '', 'base64');
	if (bytes.subarray(0, 6).toString('latin1') !== 'SSHSIG' || bytes.length < 10 || bytes.readUInt32BE(6) !== 1) {
		return undefined;
	}

	const next = stringReader(bytes, 10);
	const [key, namespace, reserved, algorithm, signature] = [next(), next(), next(), next(), next()];
	const keyType = key && stringReader(key, 0)()?.toString('utf8');
	if (!key || keyType === undefined || namespace === undefined || reserved === undefined || algorithm === undefined || signature === undefined) {
		return undefined;
	}

	return {
		namespace: namespace.toString('utf8'), keyType, publicKey: key.toString('base64'),
		fingerprint: `SHA256:${createHash('sha256').update(key).digest('base64').replaceAll('=', '')}`,
	};
};
