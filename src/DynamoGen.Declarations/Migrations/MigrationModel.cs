using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Migrations;

/// <summary>A class marked with <c>[Migration]</c>.</summary>
/// <param name="Type">The class.</param>
/// <param name="Implementation">The name of the generated class inside of it.</param>
/// <param name="IsReversible">Whether it has a backward function.</param>
/// <param name="Source">The old entity's repository.</param>
/// <param name="Target">The new entity's repository.</param>
internal sealed record MigrationModel(TypeIdentity Type, string Implementation, bool IsReversible, MigrationSide Source, MigrationSide Target)
{
    /// <summary>How one item stands for several; null where one stands for one.</summary>
    public GroupModel? Group { get; init; }

    /// <summary>The diagnostics of the experimental types that generated code names.</summary>
    public EquatableArray<string> Experiments => new(Source.Repository.Experiments.Concat(Target.Repository.Experiments).Distinct());
}

/// <summary>One of the two repositories.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Patterns">Its access patterns, in their order.</param>
internal sealed record MigrationSide(RepositoryModel Repository, EquatableArray<MigratedPattern> Patterns);

/// <summary>An access pattern, and what the other repository has in its place.</summary>
/// <param name="Pattern">The access pattern.</param>
/// <param name="Result">What it yields.</param>
/// <param name="Counterpart">The access pattern of the other repository; null where there is none.</param>
/// <param name="IsWrite">Whether it writes.</param>
internal sealed record MigratedPattern(PatternModel Pattern, MigratedResult Result, PatternModel? Counterpart, bool IsWrite)
{
    /// <summary>Whether it works while only the other item is there, or read.</summary>
    public bool IsAnsweredElsewhere { get; init; }

    /// <summary>Whether it works while both items are written.</summary>
    public bool IsWrittenTwice { get; init; }

    /// <summary>What it does while the items of the other side lead, where one item stands for several.</summary>
    public GroupUse Use { get; init; }

    /// <summary>Where its method has the values of its item's group, in their order; none where it does not have them all.</summary>
    public EquatableArray<ValueSource> Group { get; init; }

    /// <summary>Whether it writes an item of a group while its own side leads.</summary>
    public bool IsLed { get; init; }

    /// <summary>Why it does not work in every phase, as the end of a sentence; null where it does.</summary>
    public string? Obstacle { get; init; }
}

/// <summary>What an access pattern of a migration yields.</summary>
internal enum MigratedResult
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Whether a write's condition was met.</summary>
    Success,

    /// <summary>An entity, or null.</summary>
    One,

    /// <summary>The entity as it was written.</summary>
    Written,
    List,
    Page,
    Stream,

    /// <summary>A number of items, or whether there is one.</summary>
    Value,

    /// <summary>What cannot be made of the other entity: projections, primary keys, item collections.</summary>
    Other,

    /// <summary>A stream of such.</summary>
    OtherStream,
}
