using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>
/// Designs the keys of an entity that has none, from the access patterns of its repositories: the primary key by which the table answers the most of them,
/// and the fewest indexes for the others. Whatever is proposed was proven by the parsers.
/// </summary>
/// <param name="dynamo">The compilation.</param>
/// <param name="neighboursOf">The entities of a table, as far as they are declared rightly.</param>
internal sealed class EntityDesigner(DynamoCompilation dynamo, Func<string, IReadOnlyCollection<EntityModel>> neighboursOf)
{
    /// <summary>The keys as changes of source files, or null where none are known.</summary>
    public DesignProposal? For(INamedTypeSymbol entity, CancellationToken cancellationToken)
    {
        if (entity.Attribute(DeclarationAttributes.Entity) is not { } declaration
            || entity.Attributes(DeclarationAttributes.Key).Any()
            || EntityParser.TableType(entity) is not { } tableType
            || TableParser.Parse(tableType, new DeclarationProblems()) is not { } table)
        {
            return null;
        }

        var repositories = EntityRepositories.Of(entity, dynamo.Compilation).ToArray();
        if (repositories.Length == 0
            || EntityQuestions.Of(dynamo, entity, declaration, table, repositories, cancellationToken) is not { } questions
            || new KeyDesigner(entity, questions, neighboursOf(table.Name)).Keys(table) is not { } keys)
        {
            return null;
        }

        var edits = new DesignEdits(declaration, tableType);
        var plain = edits.Of(keys, cancellationToken);
        var spread = edits.Of(
            keys.Select(key => key.Index is { } index && NarrowIndex.Is(dynamo, entity, plain, index.Name, cancellationToken)
                ? key with { IsSharded = true }
                : key),
            cancellationToken);
        return new[] { spread, plain }.FirstOrDefault(changes => changes.Count > 0 && Holds(entity, repositories, changes, cancellationToken)) is { } proven
            ? new DesignProposal("Declare the keys that answer its access patterns", "keys are known that answer its access patterns", proven)
            : null;
    }

    /// <summary>Whether the entity is right with the changes, and all of its access patterns are answered.</summary>
    private bool Holds(
        INamedTypeSymbol entity, IEnumerable<INamedTypeSymbol> repositories, IReadOnlyCollection<SourceEdit> edits, CancellationToken cancellationToken)
    {
        var compilation = SourceEdit.Apply(dynamo.Compilation, edits, cancellationToken);
        var (problems, unserved) = (new DeclarationProblems(), new DeclarationProblems());
        if (SourceEdit.Find(entity, compilation) is not { } changed || EntityParser.Parse(changed, problems) is null || problems.Any)
        {
            return false;
        }

        foreach (var repository in repositories)
        {
            if (SourceEdit.Find(repository, compilation) is not { } own)
            {
                return false;
            }

            RepositoryParser.Parse(own, unserved);
        }

        return unserved.All.All(problem => problem.Rule != DeclarationRule.UnservedPattern);
    }
}
