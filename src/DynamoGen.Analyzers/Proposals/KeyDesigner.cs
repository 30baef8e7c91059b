using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>Chooses the primary key and the fewest indexes for the access patterns of one entity.</summary>
/// <param name="entity">The entity.</param>
/// <param name="questions">What its access patterns ask for.</param>
/// <param name="neighbours">The other entities of the table.</param>
internal sealed class KeyDesigner(INamedTypeSymbol entity, EntityQuestions questions, IReadOnlyCollection<EntityModel> neighbours)
{
    private readonly KeyWords _words = new(neighbours);

    /// <summary>The keys, the table's own first; null where an access pattern has none.</summary>
    public IReadOnlyList<DesignedKey>? Keys(TableModel table)
    {
        var hasSort = table.SortKey is not null;
        var ofTable = questions.Patterns.Where(pattern => IndexOf(pattern) is null).ToArray();
        if (PrimaryChoice.Of(questions.Identity, ofTable, hasSort) is not { } choice)
        {
            return null;
        }

        var rest = ofTable.Where(pattern => !choice.Answers(pattern)).ToArray();
        if (rest.Any(pattern => pattern.IsWhole) || KeyGroups.Of(rest) is not { } groups)
        {
            return null;
        }

        var keys = new List<DesignedKey> { DesignedKey.Primary(choice, entity.Name, hasSort, _words, ofTable) };
        var named = questions.Patterns.Where(pattern => IndexOf(pattern) is not null).GroupBy(IndexOf).Select(same => (IReadOnlyList<AskedPattern>)[.. same]);
        foreach (var group in named.Concat(groups))
        {
            if (Key(group, table) is not { Index: { } index } key)
            {
                return null;
            }

            keys.Add(key);
            table = Taking(table, index);
        }

        return keys;
    }

    /// <summary>The index that an access pattern names, or null.</summary>
    public static string? IndexOf(AskedPattern pattern) => pattern.Method.Attribute(DeclarationAttributes.Index)?.Text(0);

    private DesignedKey? Key(IReadOnlyList<AskedPattern> patterns, TableModel table)
    {
        if (KeyChain.Of(patterns) is not { } chain
            || ProposedIndex.For(table, questions.Model, chain.Partition, IndexOf(patterns[0])).FirstOrDefault() is not { } index)
        {
            return null;
        }

        var instants = EntityProperties.Of(entity).Where(property => PatternQuestion.IsInstant(property.Type)).Take(2).ToArray();
        var order = instants.Length == 1 && patterns.Any(pattern => pattern.Method.Has(DeclarationAttributes.Descending))
            ? [new AskedValue(instants[0])]
            : Array.Empty<AskedValue>();
        var sort = chain.Sort.Concat(order).Concat(questions.Identity).Except(chain.Partition)
            .GroupBy(value => value.Property.Name).Select(same => same.First().Placeholder).ToArray();
        var partition = ProposedKey.Apart(
            DesignedKey.PartitionOf(chain.Partition, _words), index.Name, neighbours.Where(other => other.Type != questions.Model.Type), entity.Name, _words);
        return new DesignedKey(index, partition, sort.Length == 0 ? _words.Of(entity.Name) : string.Join("#", sort), patterns);
    }

    /// <summary>The table with the index taken, so that the next key goes elsewhere.</summary>
    private static TableModel Taking(TableModel table, ProposedIndex index) => table with
    {
        Indexes = new EquatableArray<IndexModel>(table.Indexes.Where(other => other.Name != index.Name)
            .Append(new IndexModel(index.Name, index.PartitionKey, index.SortKey, NonKeyAttributes: new EquatableArray<string>([]))).ToArray()),
    };
}
