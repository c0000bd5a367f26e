/** What the functions among a file's English texts take: the names and types of their parameters, read from the source by its syntax. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

export interface TextParameter {
  readonly name: string;
  /** As it is written: `number`, `string`, `readonly string[]`. */
  readonly type: string;
  readonly optional: boolean;
}

/** Parameters of each function in the object that the file exports as `texts`, by its path ("/draft/found"). */
export const textParameters = (file: URL): ReadonlyMap<string, readonly TextParameter[]> => {
  const source = ts.createSourceFile(
    file.pathname,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found = new Map<string, readonly TextParameter[]>();
  const visit = (value: ts.Expression, path: string): void => {
    if (ts.isAsExpression(value)) return visit(value.expression, path);
    if (ts.isArrowFunction(value)) {
      const parameters = value.parameters.map(({ name, type, questionToken }) => ({
        name: name.getText(),
        type: type?.getText() ?? '',
        optional: questionToken !== undefined,
      }));
      found.set(path, parameters);
    }
    if (!ts.isObjectLiteralExpression(value)) return;
    for (const property of value.properties) {
      if (!ts.isPropertyAssignment(property)) continue;
      const { name } = property;
      const key = ts.isStringLiteral(name) ? name.text : name.getText();
      visit(property.initializer, `${path}/${key}`);
    }
  };
  source.forEachChild((node) => {
    if (!ts.isVariableStatement(node)) return;
    for (const { name, initializer } of node.declarationList.declarations) {
      if (name.getText() === 'texts' && initializer) visit(initializer, '');
    }
  });
  return found;
};
