using DynamoGen.CommandLine.Documents.Locks;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Documents.Drafts;

/// <summary>What a document is made of.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Tables">The tables, with what uses them.</param>
/// <param name="Lock">What is stored in them; null where there is no lock.</param>
internal sealed record DocumentSource(string Title, IReadOnlyList<SourceTable> Tables, LockedSchema? Lock)
{
    /// <summary>The entities of a table; none where no lock has them.</summary>
    public IReadOnlyList<LockedEntity> EntitiesOf(SourceTable table) => Lock?.EntitiesOf(table.Schema.Name) ?? [];
}

/// <summary>A table of a document.</summary>
/// <param name="Table">The table.</param>
/// <param name="Patterns">Its access patterns.</param>
/// <param name="Handlers">What its stream is handled by.</param>
internal sealed record SourceTable(DeclaredTable Table, IReadOnlyList<AccessPattern> Patterns, IReadOnlyList<SourceHandler> Handlers)
{
    public TableSchema Schema => Table.Schema;

    public string Name => Table.Name;

    /// <summary>The table itself and its indexes.</summary>
    public IEnumerable<ReadPlace> Places =>
    [
        new ReadPlace(null, [Schema.PartitionKey], Schema.SortKey is null ? [] : [Schema.SortKey], IndexProjection.All, []),
        .. Schema.GlobalIndexes.Select(index => new ReadPlace(
            index.Name,
            [index.PartitionKey, .. index.FurtherPartitionKeys.Select(key => key.Name)],
            index.SortKey is null ? [] : [index.SortKey, .. index.FurtherSortKeys.Select(key => key.Name)],
            index.Projection,
            index.NonKeyAttributes)),
        .. Schema.LocalIndexes.Select(index => new ReadPlace(
            index.Name, [Schema.PartitionKey], [index.SortKey], index.Projection, index.NonKeyAttributes) { IsLocal = true }),
    ];

    /// <summary>Where a pattern goes.</summary>
    public ReadPlace PlaceOf(AccessPattern pattern) => Places.FirstOrDefault(place => place.Index == pattern.Index) ?? Places.First();
}

/// <summary>A handler or sink of a stream.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsSink">Whether it is a sink.</param>
internal sealed record SourceHandler(string Name, bool IsSink);

/// <summary>A table or an index, as something that is read.</summary>
/// <param name="Index">The index; null for the table itself.</param>
/// <param name="PartitionKey">The attributes of the partition key.</param>
/// <param name="SortKey">Those of the sort key; none where there is none.</param>
/// <param name="Projection">What it holds.</param>
/// <param name="Included">What it holds beside the keys where it includes something.</param>
internal sealed record ReadPlace(
    string? Index, IReadOnlyList<string> PartitionKey, IReadOnlyList<string> SortKey, IndexProjection Projection, IReadOnlyList<string> Included)
{
    /// <summary>Whether it is a local index.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Its key, such as <c>pk, sk</c>.</summary>
    public string Key => string.Join(", ", PartitionKey.Concat(SortKey));

    /// <summary>Whether it holds an attribute that is no key.</summary>
    public bool Holds(string attribute) => Projection switch
    {
        IndexProjection.All => true,
        IndexProjection.Include => Included.Contains(attribute),
        _ => false,
    };
}
