import {createHash} from 'node:crypto';
import type {Block, BlockColumn, TableBlock} from './blocks.ts';
import {htmlBars} from './html-bars.ts';
import {escapeHtml} from './html.ts';

const style = `
:root{color-scheme:light dark;--ink:#1a1c24;--quiet:#5c616e;--accent:#1c4073;--rule:#c7ccd6;--tint:#f0f2f6;--paper:#fff;--bar:#336bb0;--warning:#a31919}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8eaf0;--quiet:#a0a6b4;--accent:#9fc1f2;--rule:#3d424e;--tint:#23262e;--paper:#16181d;--bar:#6ea2e0;--warning:#ff8a80}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:68rem;margin:2rem auto;padding:0 1.2rem;word-break:break-word;overflow-wrap:anywhere}
h1{font-size:1.7rem;color:var(--accent);margin:0 0 .5rem}h2{font-size:1.15rem;color:var(--accent);margin:1.8rem 0 .4rem}
p,ul{margin:.4rem 0}.warning{color:var(--warning);font-weight:600}
dl{display:grid;grid-template-columns:minmax(8rem,12rem) 1fr;gap:.2rem 1rem;margin:.4rem 0}dt{color:var(--quiet);font-weight:600}dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.4rem 0}caption{text-align:left;color:var(--quiet);padding:.2rem 0}
th{background:var(--tint);text-align:left;padding:.15rem .3rem;white-space:nowrap;position:sticky;top:0}td{padding:.2rem .5rem;border-bottom:1px solid var(--rule);vertical-align:top}
.some{min-width:6rem}.wide{min-width:10rem}.long{min-width:15rem}td.whole{white-space:nowrap}th span{display:none}
th button{font:inherit;color:inherit;background:none;border:0;padding:.1rem .2rem;cursor:pointer}th[aria-sort=ascending] button::after{content:" \\2191"}th[aria-sort=descending] button::after{content:" \\2193"}
.right{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}figure{margin:.6rem 0}figcaption{color:var(--quiet);font-size:.85rem}
svg{width:100%;height:auto}svg text{font-size:11px;fill:var(--quiet)}.rules{stroke:var(--rule);stroke-width:.6;fill:none}.bars{fill:var(--bar)}
footer{margin:2.5rem 0 1rem;color:var(--quiet);font-size:.85rem;border-top:1px solid var(--rule);padding-top:.5rem}
@media (max-width:45rem){.table{overflow-x:auto}th{position:static}dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .5rem}}
@media print{.table{overflow:visible}:root{color-scheme:light;font-size:9pt}body{font-size:9pt;max-width:none;margin:0;padding:0}th{position:static}th button{display:none}th span{display:inline}h1,h2,caption,thead{break-after:avoid}tr,figure,table:not(:has(tr:nth-child(13))){break-inside:avoid}}
`;

/** Sorts a table by the column whose title is pressed: numbers as numbers, the rest as text; pressed again, the other way round. */
const script = `
for(const button of document.querySelectorAll('th button'))button.addEventListener('click',()=>{
const head=button.parentElement,table=head.closest('table'),column=head.cellIndex,down=head.getAttribute('aria-sort')==='ascending';
for(const other of head.parentElement.children)other.removeAttribute('aria-sort');
head.setAttribute('aria-sort',down?'descending':'ascending');
const number=head.classList.contains('right'),body=table.tBodies[0];
const rows=[...body.rows].map(row=>{const text=row.cells[column].textContent;return{row,key:number?Number(text.replaceAll(',','')):text}});
rows.sort((a,b)=>a.key<b.key?-1:a.key>b.key?1:0);
if(down)rows.reverse();
body.append(...rows.map(({row})=>row));
});
`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing may be fetched, sent or framed, and of scripts and styles only the two that stand in the page. */
const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;

/** What a column may not be narrower than, by its share of a page. */
const widths: ReadonlyArray<readonly [least: number, name: string]> = [[4, 'long'], [2.5, 'wide'], [1.8, 'some']];

/** A column of text is not squeezed until its words break: where the screen is too narrow for the table, it is moved sideways. */
const classOf = ({align, share, whole}: BlockColumn): string => {
	const name = align === 'right' ? 'right' : (whole ? 'whole' : widths.find(([least]) => share >= least)?.[1]);
	return name === undefined ? '' : ` class="${name}"`;
};

/** A title stands twice: as a button, and as text for paper, where a button is not printed above what goes on on the next page. */
function * table({columns, rows, caption}: TableBlock): Generator<string> {
	const marked = columns.map(column => classOf(column));
	yield `<div class="table"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${columns.map(({title}, index) => `<th scope="col"${marked[index]}><button type="button">${escapeHtml(title)}</button><span aria-hidden="true">${escapeHtml(title)}</span></th>`).join('')}</tr></thead><tbody>\n`;
	for (const row of rows) {
		yield `<tr>${columns.map((_, index) => `<td${marked[index]}>${escapeHtml(row[index] ?? '')}</td>`).join('')}</tr>\n`;
	}

	yield '</tbody></table></div>\n';
}

function * blockText(block: Block): Generator<string> {
	switch (block.kind) {
		case 'heading': {
			yield `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>\n`;
			break;
		}

		case 'paragraph': {
			yield `<p${block.warning ? ' class="warning"' : ''}>${escapeHtml(block.text)}</p>\n`;
			break;
		}

		case 'bullets': {
			yield `<ul>\n${block.texts.map(text => `<li>${escapeHtml(text)}</li>\n`).join('')}</ul>\n`;
			break;
		}

		case 'facts': {
			const rows = block.rows.filter(([, text]) => text !== undefined && text !== '');
			yield `<dl>\n${rows.map(([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text!)}</dd>\n`).join('')}</dl>\n`;
			break;
		}

		case 'table': {
			yield * table(block);
			break;
		}

		case 'bars': {
			yield htmlBars(block);
			break;
		}
	}
}

export type HtmlAbout = {readonly title: string; readonly language: string; readonly footer: string};

/** One page that needs nothing from elsewhere, piece by piece: a table of a hundred thousand rows never stands in memory as text. */
export function * htmlPage(blocks: Iterable<Block>, {title, language, footer}: HtmlAbout): Generator<string> {
	yield `<!doctype html>\n<html lang="${escapeHtml(language)}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
	yield `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n<title>${escapeHtml(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n<main>\n`;
	for (const block of blocks) {
		yield * blockText(block);
	}

	yield `</main>\n<footer>${escapeHtml(footer)}</footer>\n<script>${script}</script>\n</body>\n</html>\n`;
}
