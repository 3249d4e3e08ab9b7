import type { Blob, Candidate } from '../model/index.ts';
import { readPieces } from '../syntax/index.ts';
import type { Detected } from './detect.ts';
import type { Refusal } from './match-pattern.ts';
import { type DetectText, matchProgram } from './match-syntax.ts';

/** Of a program that is too large to be parsed, what it puts together from the pieces that its bytes show. */
export function matchPieces(blob: Blob, detected: Detected, detectText: DetectText): Detected {
  const { candidates, refusals, pieces } = detected;
  const { buffer, byteOffset, length } = blob.bytes;
  const bytes = Buffer.from(buffer, byteOffset, length);
  const program = pieces.length > 0 ? readPieces(bytes, blob.item.provenance.path, pieces) : undefined;
  if (!program) return { ...detected, notParsed: true };
  const found = [...candidates];
  const refused = [...refusals];
  const sink = {
    found: (candidate: Candidate) => void found.push(candidate),
    refused: (refusal: Refusal) => void refused.push(refusal),
  };
  matchProgram(program, [], blob, candidates, detectText, sink);
  return { ...detected, candidates: found, refusals: refused, notParsed: true };
}
