/**
The grammar of the filter language, for peggy; the tree it gives is `Syntax` of `syntax.ts`. It decides by what stands next
and never steps back over brackets, so the time it takes grows with the text and no faster, and a mistake is reported
where it is met. Options: `fail(message, offset, hint)` throws; `termEnded(offset)` notes what was understood; `deepest`
bounds the brackets, for each is several frames of the stack.
*/
export const grammar = String.raw`
{
	let depth = 0;
	// Inside the brackets of a field every word is a value, colons and all.
	let fieldDepth = 0;
	const {fail, termEnded, deepest} = options;
	const combine = (kind, parts) => parts.length === 1 ? parts[0] : {kind, parts};
	const toSearch = 'to search for the word, put it in quotes';
	// A backslash makes the next character plain; before a letter or digit it is one itself, as in DOMAIN\user.
	const unescape = text => text.replaceAll(/\\([^\p{L}\p{N}])/gsu, '$1');
}

Filter = _ tree:Or? _ Nothing { return tree; }

Nothing
	= !.
	/ ")" { fail('this bracket closes nothing', offset(), 'remove it, or put the value in quotes'); }
	/ [[\]] { fail('a square bracket has no meaning here', offset(), 'ranges are written behind a field, as in time:[2020-10-01 TO 2020-10-24]; put a value that holds brackets in quotes'); }
	/ . { fail('this is not understood', offset()); }

Or = first:And rest:(_ at:OrWord _ @(And / "" { fail('OR has nothing after it', at, toSearch); }))* { return combine('or', [first, ...rest]); }

And = first:Unary rest:(_ @AndPart)* { return combine('and', [first, ...rest]); }

AndPart
	= at:AndWord _ @(Unary / "" { fail('AND has nothing after it', at, toSearch); })
	/ !OrWord @Unary

Unary
	= at:AndWord { fail('AND has nothing before it', at, toSearch); }
	/ at:OrWord { fail('OR has nothing before it', at, toSearch); }
	/ marks:Negation+ part:(Primary / "" { fail(marks.at(-1).name + ' has nothing after it', marks.at(-1).at, toSearch); }) { return marks.length % 2 === 0 ? part : {kind: 'not', part}; }
	/ Primary

Negation
	= at:NotWord _ { return {name: 'NOT', at}; }
	/ at:Here "-" Blank { fail('- stands alone', at, 'write it before what it excludes, without a blank; to search for it, put it in quotes'); }
	/ at:Here "-" { return {name: '-', at}; }

Primary
	= Group
	/ !{ return fieldDepth > 0; } @Field
	/ &{ return fieldDepth > 0; } value:Range { termEnded(range().end); return {kind: 'term', at: value.at, value}; }
	/ !Operator at:Here words:Words { termEnded(range().end); return {kind: 'term', at, value: {kind: 'words', at, words}}; }

Group = at:Open _ tree:(Or / "" { fail('nothing stands between these brackets', at); }) _ (Close / ![[\])] "" { fail('this bracket is not closed', at, 'add )'); } / Nothing) { return tree; }

Field
	= at:Here field:$([A-Za-z_] [A-Za-z0-9_-]*) ":" node:(
		&"(" &{ fieldDepth++; return true; } part:Group { fieldDepth--; return {kind: 'scope', part}; }
		/ value:(Range / FieldWords) { return {kind: 'term', value}; }
		/ "" { fail(field.slice(0, 60) + ': has no value', at, 'write it behind the colon, without a blank; ' + field.slice(0, 60) + ':* means any'); }
	) { termEnded(range().end); return {...node, at, field}; }

FieldWords = at:Here words:Words { return {kind: 'words', at, words}; }

Range
	= at:Here "[" _ from:Bound Blank+ "TO" Blank+ to:Bound _ close:[\])] { return {kind: 'range', at, from, to, closed: close === ']'}; }
	/ at:Here "[" { fail('this range is not understood or not closed', at, 'write [A TO B] with B, or [A TO B) without; * leaves a side open'); }

Bound = at:Here text:(@$Plain+ / quoted:Quoted { return quoted.text; }) { return {at, text}; }

// Quoted and bare pieces may touch: "jane "* is a literal and a wildcard.
Words = (Quoted / text:$Plain+ { return {quoted: false, text}; })+

Quoted
	= at:Here '"' text:$('\\' . / [^"\\])* close:'"'? { if (close === null) fail('this quote is not closed', at, 'add ", and write \\" for a quote inside'); return {quoted: true, text: unescape(text)}; }

Plain = ![()[\]"] !Blank .
Operator = AndWord / OrWord / NotWord
AndWord = "AND" !Plain { return offset(); }
OrWord = "OR" !Plain { return offset(); }
NotWord = "NOT" !Plain { return offset(); }
Open = "(" { depth++; if (depth > deepest) fail('more than ' + deepest + ' brackets inside each other', offset()); return offset(); }
Close = ")" { depth--; }
Here = "" { return offset(); }
_ = Blank*
Blank = [ \t\n\r\v\f\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]
`;
