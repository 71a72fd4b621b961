import type {PlannedExport} from '../../../investigation/check-export.ts';
import {shellWord} from '../command-line/view.ts';

/** What there is to check. `signer`: as ssh-keygen wants it behind -I. */
type Written = PlannedExport & {readonly signer: string | undefined};

const path = (text: string): string => shellWord(text.startsWith('-') ? `./${text}` : text);

/** The commands that check a case file, each by itself from the folder that one stands in: with the tools of anybody first, then with whosaw. */
export const verifyCommands = ({directory, recipients, zip, signer}: Written): readonly string[] => {
	const bare = directory.replace(/(?<=.)\/+$/, '');
	const [folder, archive, encrypted] = [path(bare), path(`${bare}.zip`), path(`${bare}.zip.age`)];
	return [
		`(cd ${folder} && sha256sum -c --strict manifest-sha256.txt && sha256sum -c --strict tagmanifest-sha256.txt)`,
		...(signer === undefined ? [] : [`(cd ${folder} && ssh-keygen -Y verify -f allowed_signers -I ${shellWord(signer)} -n whosaw-casefile@v1 -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt)`]),
		...(recipients.length > 0 ? [`age -d -i key.txt ${encrypted} > ${archive}`] : (zip ? [`unzip -t ${archive}`] : [])),
		`whosaw verify ${folder}`,
	];
};
