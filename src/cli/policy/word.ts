import type { Language } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import type { Block } from '../../report/brief/block.ts';
import { writeDocx } from '../../report/brief/docx-writer.ts';
import { policyMessages as say } from './messages.ts';
import { type Proof, type ProofRow, proofHead, proofOf } from './proof.ts';

/** Shares of the width: clause, words, rule, force, readings. */
const widths = [0.08, 0.27, 0.29, 0.1, 0.26];

/** Documents as a Word file for proof-reading, what the page has: bytes of a .docx on sheets laid on their side. */
export async function documentWord(documents: readonly PolicyDocument[], lang: Language): Promise<Uint8Array> {
  const proofs = documents.map((document) => proofOf(document, lang));
  const [only] = proofs;
  const title = proofs.length === 1 && only !== undefined ? only.title : say.proofs()[lang];
  const heads = (proof: Proof): Block[] =>
    proofs.length === 1
      ? [{ kind: 'subtitle', text: proof.number }]
      : [{ kind: 'section', text: `${proof.title}  ${proof.number}` }];
  const blocks: Block[] = [
    { kind: 'title', text: title },
    ...proofs.flatMap((proof): Block[] => [
      ...heads(proof),
      ...proof.lines.map((text): Block => ({ kind: 'paragraph', text })),
      { kind: 'table', head: proofHead(lang), rows: proof.rows.map(cells), widths },
    ]),
  ];
  return writeDocx(blocks, title, lang, true);
}

const cells = ({ place, words, rule, force, readings }: ProofRow): string[] =>
  [place, words, rule, force, readings].map((lines) => lines.join('\n'));
