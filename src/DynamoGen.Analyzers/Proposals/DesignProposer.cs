using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>
/// Finds the cheapest change with which an access pattern that no key answers is answered: an index that does already, other parameters, a place in an index
/// that is free for the entity, and at last a new index. Whatever is proposed was proven by the parsers.
/// </summary>
/// <param name="dynamo">The compilation.</param>
/// <param name="neighboursOf">The entities of a table, that of the access pattern among them.</param>
internal sealed class DesignProposer(DynamoCompilation dynamo, Func<string, IReadOnlyCollection<EntityModel>> neighboursOf)
{
    /// <summary>The change, or null where none is known.</summary>
    /// <param name="method">The access pattern.</param>
    /// <param name="repository">The interface that has or inherits it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public DesignProposal? For(IMethodSymbol method, INamedTypeSymbol repository, CancellationToken cancellationToken)
    {
        if (repository.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault() is not INamedTypeSymbol named
            || EntityParser.Parse(named.OriginalDefinition, new DeclarationProblems()) is not { } model
            || EntityParser.TableType(named) is not { } tableType
            || TableParser.Parse(tableType, new DeclarationProblems()) is not { } table
            || PatternReturn.Parse(method.ReturnType, named, model) is not { } result
            || PatternKinds.Of(method, MethodVerb.Of(method), result) is not { } kind)
        {
            return null;
        }

        var search = new Search(dynamo, method, named.OriginalDefinition, model, tableType, table, neighboursOf(table.Name));
        var proof = new ProposalProof(dynamo, repository, method, named.OriginalDefinition);
        return search.Candidates(kind, cancellationToken)
            .FirstOrDefault(proposal => proposal.Edits.Count > 0 && proof.Holds(proposal.Edits, cancellationToken));
    }

    private sealed class Search(
        DynamoCompilation dynamo,
        IMethodSymbol method,
        INamedTypeSymbol entity,
        EntityModel model,
        INamedTypeSymbol tableType,
        TableModel table,
        IReadOnlyCollection<EntityModel> neighbours)
    {
        private readonly AttributeData? _index = method.Attribute(DeclarationAttributes.Index);

        /// <summary>The changes that may answer, the cheapest first.</summary>
        public IEnumerable<DesignProposal> Candidates(PatternKind kind, CancellationToken cancellationToken)
        {
            var key = model.Keys.FirstOrDefault(own => own.Index == _index?.Text(0));
            var changes = key is null ? null : new ParameterChanges(method, entity, model, key);
            return (kind.IsRead() ? PresentKeys(cancellationToken) : [])
                .Concat(changes?.All(cancellationToken) ?? [])
                .Concat(kind.IsRead() ? NewKeys(cancellationToken) : [])
                .Concat(key is { Index: null } && IsOfOneItem(kind) && changes?.Whole(cancellationToken) is { } whole ? [whole] : []);
        }

        private static bool IsOfOneItem(PatternKind kind) => kind.IsWrite() || kind is PatternKind.Get or PatternKind.ReadAction;

        /// <summary>What another key answers as it is.</summary>
        private IEnumerable<DesignProposal> PresentKeys(CancellationToken cancellationToken)
        {
            if (_index is not null && AttributeEdits.Without(_index, cancellationToken) is { } without)
            {
                yield return new DesignProposal("Read it from the table", "the table answers it: leave [Index] out", [without]);
            }

            foreach (var index in model.Keys.Select(key => key.Index).OfType<string>().Where(index => index != _index?.Text(0)))
            {
                if (DesignEdits.Reading(method, index, cancellationToken) is { } reading)
                {
                    yield return new DesignProposal($"Read it from index '{index}'", $"index '{index}' answers it: add [Index(\"{index}\")]", [reading]);
                }
            }
        }

        private IEnumerable<DesignProposal> NewKeys(CancellationToken cancellationToken)
        {
            if (entity.Attributes(DeclarationAttributes.Key).LastOrDefault() is not { } lastKey
                || PatternQuestion.Of(method, entity, model) is not { } question)
            {
                yield break;
            }

            foreach (var index in ProposedIndex.For(table, model, question.Values, _index?.Text(0)))
            {
                var key = ProposedKey.For(question, method, entity, model, neighbours, index.Name);
                var plain = Declaring(index, key, lastKey, question, cancellationToken);
                if (plain is not null && NarrowIndex.Is(dynamo, entity, plain.Edits, index.Name, cancellationToken)
                    && Declaring(index, key with { IsSharded = true }, lastKey, question, cancellationToken) is { } sharded)
                {
                    yield return sharded;
                }

                if (plain is not null)
                {
                    yield return plain;
                }
            }
        }

        private DesignProposal? Declaring(
            ProposedIndex index, ProposedKey key, AttributeData lastKey, PatternQuestion question, CancellationToken cancellationToken)
        {
            var edits = new List<SourceEdit?> { AttributeEdits.Behind(lastKey, key.Attribute(index.Name), cancellationToken) };
            if (index.Name != _index?.Text(0))
            {
                edits.Add(DesignEdits.Reading(method, index.Name, cancellationToken));
            }

            if (index.IsNew)
            {
                edits.Add(DesignEdits.IndexAnchor(tableType) is { } anchor ? AttributeEdits.Behind(anchor, index.Attribute, cancellationToken) : null);
            }

            var sparse = question.Values.Select(value => value.Property).Concat(new[] { question.Optional, question.Range }.OfType<AskedValue>()
                .Select(value => value.Property)).FirstOrDefault(IsNullable);
            var place = index.IsNew ? $"a new index '{index.Name}'" : $"the free index '{index.Name}'";
            var whose = sparse is null ? string.Empty : $" of what has '{sparse.Name}'";
            return edits.Any(edit => edit is null)
                ? null
                : new DesignProposal(
                    $"Answer it by {(index.IsNew ? "a new " : string.Empty)}index '{index.Name}'",
                    $"[{key.Attribute(index.Name)}] in {place} answers it, for 1 write unit more for each KB written{whose}",
                    [.. edits.OfType<SourceEdit>()]);
        }

        private static bool IsNullable(IPropertySymbol property) =>
            property.Type.NullableAnnotation == NullableAnnotation.Annotated
            || property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
    }
}
