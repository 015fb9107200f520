import {
  IdentifierNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  type RootOperationNode,
  type SchemableIdentifierNode,
  type UnknownRow,
} from 'kysely';

/** The table that stands behind a logical name now; `undefined` for a name that is none (an alias, `excluded`, a common table expression). */
export type PhysicalName = (logical: string) => string | undefined;

/** Lets queries say `mailbox_settings` where the table is `mailbox_settings_v1`. An alias must not be the logical name of a table. */
export class TableNamesPlugin implements KyselyPlugin {
  readonly #renaming: Renaming;

  constructor(physical: PhysicalName) {
    this.#renaming = new Renaming(physical);
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    return this.#renaming.transformNode(node, queryId);
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result);
  }
}

class Renaming extends OperationNodeTransformer {
  constructor(private readonly physical: PhysicalName) {
    super();
  }

  protected override transformSchemableIdentifier(node: SchemableIdentifierNode, queryId?: QueryId): SchemableIdentifierNode {
    const name = this.physical(node.identifier.name);
    const same = super.transformSchemableIdentifier(node, queryId);
    return name === undefined ? same : { ...same, identifier: IdentifierNode.create(name) };
  }
}
