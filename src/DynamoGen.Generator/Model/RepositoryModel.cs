namespace DynamoGen.Generator.Model;

/// <summary>An interface marked with <c>[Repository]</c>.</summary>
/// <param name="Type">The interface.</param>
/// <param name="Implementation">The name of the generated class inside of the interface.</param>
/// <param name="TableType">The table's class, for use anywhere.</param>
/// <param name="EntityType">The entity, for use anywhere.</param>
/// <param name="Marshaller">Its marshaller, for use anywhere.</param>
/// <param name="Patterns">The access patterns in their declared order.</param>
/// <param name="Experiments">The diagnostics of the experimental types that generated code names.</param>
internal sealed record RepositoryModel(
    TypeIdentity Type,
    string Implementation,
    string TableType,
    string EntityType,
    string Marshaller,
    EquatableArray<AccessPatternModel> Patterns,
    EquatableArray<string> Experiments);

/// <summary>One access pattern.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="UniqueName">The method's name, made unique among overloads.</param>
/// <param name="Contract">The interface that declares it, for use anywhere.</param>
/// <param name="Kind">What it does.</param>
/// <param name="ReturnType">The return type as written in C#.</param>
/// <param name="ReturnsTask">Whether it returns Task rather than ValueTask.</param>
/// <param name="Parameters">All its parameters in order.</param>
/// <param name="Index">The index it goes to, or null.</param>
/// <param name="Condition">The key it gives; null for a put.</param>
/// <param name="Descending">From the highest sort key down.</param>
/// <param name="ConsistentRead">Strongly consistent.</param>
/// <param name="Limit">The parameter that limits the number of items, or null.</param>
/// <param name="Cancellation">The cancellation token's parameter, or null.</param>
/// <param name="EntityParameter">The parameter that holds a whole entity, or null.</param>
/// <param name="Collection">The item collection it returns, or null.</param>
internal sealed record AccessPatternModel(
    string Name,
    string UniqueName,
    string Contract,
    AccessPatternKind Kind,
    string ReturnType,
    bool ReturnsTask,
    EquatableArray<ParameterModel> Parameters,
    string? Index,
    KeyConditionModel? Condition,
    bool Descending,
    bool ConsistentRead,
    string? Limit,
    string? Cancellation,
    string? EntityParameter,
    ItemCollectionModel? Collection);

/// <summary>A method's parameter.</summary>
internal sealed record ParameterModel(string Name, string TypeName);

/// <summary>What an access pattern does.</summary>
internal enum AccessPatternKind
{
    Get,
    Put,
    Delete,
    QueryStream,
    QueryList,
    QueryFirst,
    QueryCollection,
}
