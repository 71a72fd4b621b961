import {everyAudience, type PackageContext, type PackageFile} from './payload.ts';
import {isRestricted} from './withhold.ts';

/** Commands are indented by four blanks and work as they stand, from the folder that holds bagit.txt. */
const before = String.raw`How to check this case file without whosaw

This folder is a BagIt bag (RFC 8493). Every check below uses tools that you have or can get anywhere.
Open a terminal in the folder that holds bagit.txt, one above this file.

1. No file was altered or is missing (Linux; each file must say OK):

    sha256sum -c --strict manifest-sha256.txt
    sha256sum -c --strict tagmanifest-sha256.txt

   On a Mac write "shasum -a 256 -c" instead of "sha256sum -c --strict".
   On Windows, for one file: certutil -hashfile data\README.txt SHA256, and compare with the line in manifest-sha256.txt.

2. No file was added (both numbers must be equal):

    find data -type f | wc -l
    wc -l < manifest-sha256.txt

3. The hash of tagmanifest-sha256.txt covers all of the above. Compare it with the one that the sender tells you by another way:

    sha256sum tagmanifest-sha256.txt

   Where tagmanifest-sha256.txt.sig is there, it is signed (a second signature is tagmanifest-sha256.txt.2.sig). Take the signer's key from
   elsewhere, or compare the fingerprint that the first command prints: allowed_signers came with this folder and proves nothing by itself. NAME is the first word of its line.

   ssh-keygen -Y check-novalidate -n whosaw-casefile@v1 -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt
   ssh-keygen -Y verify -f allowed_signers -I NAME -n whosaw-casefile@v1 -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt

   Where tagmanifest-sha256.txt.tsr is there, an authority says since when it has existed; tsa.pem is the certificate of that authority, or of the one
   that vouches for it, from its own site:

   openssl ts -reply -in tagmanifest-sha256.txt.tsr -text
   openssl ts -verify -data tagmanifest-sha256.txt -in tagmanifest-sha256.txt.tsr -CAfile tsa.pem

`;

const evidence = String.raw`4. One evidence record is what its hash says (here the first; needs jq):

    sed -n 1p data/evidence/records.ndjson | jq -j .raw | sha256sum
    sed -n 1p data/evidence/records.ndjson | jq -r .raw_sha256

   A record with card numbers stands in raw_redacted; its hash is the original's and is checked by step 5 alone.
   Bytes that are no UTF-8 text stand in raw_b64 instead; for those write: jq -r .raw_b64 | base64 -d | sha256sum

5. It stands in the original export. "offset" and "length" count bytes of the export after it is unpacked, the first byte is 0:

   tail -c +$((OFFSET + 1)) EXPORT | head -c LENGTH | sha256sum
   sha256sum EXPORT

   The first gives raw_sha256, the second the sha256 of the export in data/inventory/sources.csv. Behind a ! in its path stands a member of an archive, to be
   unpacked first, or a format: then the file holds records of several, and the offset counts in all of it.

   Where heads/ is there, the journal was signed before this folder was made: head-N.txt names act N with its hash, which stands in line N of
   data/examination/journal.ndjson and covers the acts before it; its .sig and .tsr are checked as those of step 3:

   ssh-keygen -Y check-novalidate -n whosaw-casefile@v1 -s heads/head-N.txt.sig < heads/head-N.txt
   openssl ts -verify -data heads/head-N.txt -in heads/head-N.txt.tsr -CAfile tsa.pem

`;

const journal = (step: number): string => String.raw`${step}. The acts of the examination are a chain: each line of data/examination/journal.ndjson has the hash of the line before it
   as "previous" (needs jq; both numbers must be equal, the first line follows 64 zeros):

    jq -r .hash data/examination/journal.ndjson | sed '$d' | cksum
    jq -r .previous data/examination/journal.ndjson | sed 1d | cksum

   Its last hash stands in bag-info.txt as Whosaw-Journal-Head.

`;

const after = String.raw`With whosaw: whosaw verify FOLDER. It also compares the counts between the files and every evidence record with its hash.

All this shows integrity: that nothing was changed since the hashes were made. It does not show that the logs are true.
`;

const text = ({contents: {audience}}: PackageContext): readonly string[] => isRestricted(audience) ? [before, journal(4), after.replace(/ It also compares[^.]*\./, '')] : [before, evidence, journal(6), after];

export const verifyFile: PackageFile = {path: 'data/VERIFY.txt', about: 'how to check with tools of your own that nothing was altered', audiences: everyAudience, text};
