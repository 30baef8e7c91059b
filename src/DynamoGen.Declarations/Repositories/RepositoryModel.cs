using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Uniqueness;

namespace DynamoGen.Declarations.Repositories;

/// <summary>An interface marked with <c>[Repository]</c>.</summary>
/// <param name="Type">The interface.</param>
/// <param name="Implementation">The name of the generated class inside of the interface.</param>
/// <param name="TableType">The table's class, for use anywhere.</param>
/// <param name="Entity">The entity.</param>
/// <param name="PrimaryKey">Its primary key.</param>
/// <param name="Uniqueness">Its unique values, or null.</param>
/// <param name="Lifecycle">The properties that writes keep by themselves.</param>
/// <param name="Patterns">The access patterns in their declared order.</param>
/// <param name="Experiments">The diagnostics of the experimental types that generated code names, and those of null where its types say nothing of it.</param>
internal sealed record RepositoryModel(
    TypeIdentity Type,
    string Implementation,
    string TableType,
    EntityReference Entity,
    KeyModel PrimaryKey,
    UniquenessModel? Uniqueness,
    LifecycleModel Lifecycle,
    EquatableArray<PatternModel> Patterns,
    EquatableArray<string> Experiments)
{
    /// <summary>Which regions write the items.</summary>
    public RegionWritesModel Writes { get; init; } = new(RegionWriteMode.AnyRegion);
}
