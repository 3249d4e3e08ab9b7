/** What the converter reads of a valibot schema. */
interface Schema {
  readonly kind: string;
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly wrapped?: Schema;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly (Schema & {
    readonly requirement?: unknown;
    readonly description?: string;
    readonly title?: string;
  })[];
}

type Json = Record<string, unknown>;

/** The JSON Schema (draft-07) of a valibot schema, for editors. Fails on a kind of schema it does not know. */
export function jsonSchema(schema: unknown): Json {
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...convert(schema as Schema) };
}

const convert = (schema: Schema): Json => (schema.pipe ? convertPipe(schema) : bare(schema));

function convertPipe(schema: Schema): Json {
  const [first, ...actions] = schema.pipe ?? [];
  const facts = actions.map((action): Json => {
    const isList = first?.type === 'array';
    switch (action.type) {
      case 'title':
        return { title: action.title };
      case 'description':
        return { description: action.description };
      case 'regex':
        return { pattern: (action.requirement as RegExp).source };
      case 'min_length':
        return { [isList ? 'minItems' : 'minLength']: action.requirement };
      case 'max_length':
        return { [isList ? 'maxItems' : 'maxLength']: action.requirement };
      case 'min_value':
        return { minimum: action.requirement };
      case 'max_value':
        return { maximum: action.requirement };
      case 'integer':
        return { type: 'integer' };
      default:
        throw new Error(`no JSON Schema for ${action.type}`);
    }
  });
  return Object.assign({}, bare(first as Schema), ...facts);
}

function bare(schema: Schema): Json {
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: schema.type };
    case 'picklist':
      return { enum: schema.options };
    case 'array':
      return { type: 'array', items: convert(schema.item as Schema) };
    case 'union':
      return { anyOf: (schema.options as Schema[]).map(convert) };
    case 'optional':
      return convert(schema.wrapped as Schema);
    case 'strict_object': {
      const entries = Object.entries(schema.entries ?? {});
      const required = entries.filter(([, entry]) => entry.type !== 'optional').map(([key]) => key);
      return {
        type: 'object',
        additionalProperties: false,
        ...(required.length > 0 ? { required } : {}),
        properties: Object.fromEntries(entries.map(([key, entry]) => [key, convert(entry)])),
      };
    }
    default:
      throw new Error(`no JSON Schema for ${schema.type}`);
  }
}
