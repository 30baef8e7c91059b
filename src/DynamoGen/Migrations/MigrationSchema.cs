using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations;

/// <summary>A migration as its <see cref="MigrationAttribute{TSource, TTarget}"/> declares it.</summary>
public sealed record MigrationSchema
{
    /// <summary>The migration's name: that of its class.</summary>
    public required string Name { get; init; }

    /// <summary>The table of the old items.</summary>
    public required TableSchema Source { get; init; }

    /// <summary>The name of the old entity, as its items carry it.</summary>
    public required string SourceEntity { get; init; }

    /// <summary>What the keys of the old entity begin with, where not each item carries its name.</summary>
    public KeyBeginning? SourceBeginning { get; init; }

    /// <summary>The table of the new items; it may be that of the old ones.</summary>
    public required TableSchema Target { get; init; }

    /// <summary>The name of the new entity.</summary>
    public required string TargetEntity { get; init; }

    /// <summary>What the keys of the new entity begin with, where not each item carries its name.</summary>
    public KeyBeginning? TargetBeginning { get; init; }

    /// <summary>How many old items become how many new ones.</summary>
    public MigrationCardinality Cardinality { get; init; }

    /// <summary>Whether there is a backward function, so that the old items follow the new ones after cut-over, and there is a way back from it.</summary>
    public bool IsReversible { get; init; }
}
