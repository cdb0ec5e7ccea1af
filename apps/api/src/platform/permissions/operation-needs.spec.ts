// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { buildSchema, getOperationAST, isObjectType, parse, type GraphQLSchema } from 'graphql';
import { stranger } from './identity.js';
import { lacking, needsOfOperation } from './operation-needs.js';
import { readNeeds } from './schema-needs.js';

const SDL = `
  interface Node { id: ID! }
  type Host implements Node { id: ID! name: String! }
  type HostConnection { nodes: [Host!]! totalCount: Int! }
  type Product implements Node { id: ID! name: String! hosts: [Host!]! secret: String! tags: [Tag!]! }
  type Tag { text: String! }
  type Query { product(name: String, id: ID): Product hosts: HostConnection! node(id: ID!): Node ping: String! }
  type Mutation { rename(id: ID!): Product! }
`;

const DECLARED: Readonly<Record<string, string>> = { 'Query.product': 'catalogue:read', 'Query.hosts': 'inventory:read', 'Query.node': 'schema:read', 'Query.ping': 'open', 'Mutation.rename': 'catalogue:write', 'Product.secret': 'audit:read' };
const PUBLIC = { Query: { product: ['name'] }, Product: { name: [], tags: [] }, Tag: { text: [] } };

function schemaWith(declared: Readonly<Record<string, string>>): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const [path, needs] of Object.entries(declared)) {
    const [type, field] = path.split('.') as [string, string?];
    const object = schema.getType(type);
    if (!isObjectType(object)) throw new Error(type);
    (field ? object.getFields()[field]! : object).extensions = { needs, ...(type === 'Mutation' && { reach: 'SHARED' }) };
  }
  return schema;
}

function needsOf(text: string) {
  const schema = schemaWith(DECLARED);
  const document = parse(text);
  return needsOfOperation(schema, readNeeds(schema, PUBLIC), document, getOperationAST(document)!);
}

describe('what a schema has to say', () => {
  it('a mutation that does not say whose things it changes is refused', () => {
    const schema = schemaWith(DECLARED);
    schema.getMutationType()!.getFields()['rename']!.extensions = { needs: 'catalogue:write' };
    expect(() => readNeeds(schema, PUBLIC)).toThrow('Mutation.rename does not say whose things it changes');
  });

  it('a field at the root without a need is refused, and so is a type that fields of different needs give out', () => {
    const { 'Query.hosts': _hosts, 'Mutation.rename': _rename, ...rest } = DECLARED;
    expect(() => readNeeds(schemaWith(rest), {})).toThrow(/Query.hosts does not say.*Mutation.rename does not say/s);
    const disagreeing = buildSchema('type A { x: Int } type Query { a: A b: A }');
    disagreeing.getQueryType()!.getFields()['a']!.extensions = { needs: 'audit:read' };
    disagreeing.getQueryType()!.getFields()['b']!.extensions = { needs: 'jobs:read' };
    expect(() => readNeeds(disagreeing, {})).toThrow('A is given out by fields that need audit:read and jobs:read');
  });

  it('a type that can be asked for by its id has to say what it needs', () => {
    const schema = buildSchema('interface Node { id: ID! } type Orphan implements Node { id: ID! } type Query { ping: Int }');
    schema.getQueryType()!.getFields()['ping']!.extensions = { needs: 'open' };
    expect(() => readNeeds(schema, {})).toThrow('Orphan can be asked for by its id');
  });

  it('a public view that names what is not there is refused', () => {
    expect(() => readNeeds(schemaWith(DECLARED), { Product: { nane: [] }, Query: { product: ['nome'] } })).toThrow(/Product.nane.*Query.product\(nome\)/s);
  });
});

describe('what an operation needs', () => {
  it.each([
    ['{ product { name } }', ['catalogue:read']],
    ['{ product { hosts { name } } }', ['catalogue:read', 'inventory:read']],
    ['{ other: product { x: secret } }', ['audit:read', 'catalogue:read']],
    ['{ product { ...F } } fragment F on Product { hosts { id } }', ['catalogue:read', 'inventory:read']],
    ['{ node(id: "Host:1") { id ... on Host { name } } }', ['inventory:read', 'schema:read']],
    ['query ($no: Boolean = false) { ping hosts @include(if: $no) { totalCount } }', ['inventory:read']],
    ['mutation { rename(id: 1) { name } }', ['catalogue:read', 'catalogue:write']],
    ['{ __schema { types { name } } }', ['schema:read']],
    ['{ ping __typename }', []],
  ])('%s', (text, all) => expect(needsOf(text).all).toEqual(all));

  it('is public only where every field and every argument is', () => {
    const all = ['{ product(name: "a") { name tags { text __typename } } }', '{ product(id: "Product:1") { name } }', '{ product { name secret } }', '{ product { tags { text } } hosts { totalCount } }', 'mutation { rename(id: 1) { name } }', '{ __schema { types { name } } }'];
    expect(all.map((text) => needsOf(text).isPublic)).toEqual([true, false, false, false, false, false]);
  });

  it('a stranger may see what is public where that is allowed, and nothing else', () => {
    const seen = needsOf('{ product(name: "a") { name } }');
    expect(lacking(seen, stranger(['public:read'], ''))).toEqual([]);
    expect(lacking(seen, stranger([], ''))).toEqual(['catalogue:read']);
    expect(lacking(needsOf('{ hosts { totalCount } }'), stranger(['public:read'], ''))).toEqual(['inventory:read']);
  });
});
