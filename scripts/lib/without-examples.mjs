// Takes the examples out of rule files while they are bundled: only tests and docs, which read the sources, need them.
import ts from 'typescript';

/** The source of a rule file without the `examples` of its rules. */
export function withoutExamples(text, file) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const cuts = [];
  const visit = (node) => {
    const name =
      (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node)) && ts.isIdentifier(node.name)
        ? node.name.text
        : '';
    if (name === 'examples') cuts.push([node.getStart(source), node.end]);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  let lean = text;
  // `examples` is required by type: what stands there instead is never called.
  for (const [start, end] of cuts.reverse()) lean = `${lean.slice(0, start)}examples: undefined${lean.slice(end)}`;
  return lean;
}
