using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Uniqueness;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Declarations.Repositories;

/// <summary>An interface marked with <c>[Repository]</c>.</summary>
/// <param name="Type">The interface.</param>
/// <param name="Implementation">The name of the generated class inside of the interface.</param>
/// <param name="TableType">The table's class, for use anywhere.</param>
/// <param name="EntityType">The entity, for use anywhere.</param>
/// <param name="EntityName">Its name in items.</param>
/// <param name="Marshaller">Its marshaller, for use anywhere.</param>
/// <param name="PrimaryKey">The struct of its primary key's values, for use anywhere.</param>
/// <param name="KeysClass">The class of its keys, for use anywhere.</param>
/// <param name="Uniqueness">Its unique values, or null.</param>
/// <param name="Lock">The entity's count of writes, or null.</param>
/// <param name="Patterns">The access patterns in their declared order.</param>
/// <param name="Experiments">The diagnostics of the experimental types that generated code names.</param>
internal sealed record RepositoryModel(
    TypeIdentity Type,
    string Implementation,
    string TableType,
    string EntityType,
    string EntityName,
    string Marshaller,
    string PrimaryKey,
    string KeysClass,
    UniquenessModel? Uniqueness,
    string? Lock,
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
/// <param name="Write">What it writes, or null for a read.</param>
/// <param name="Filter">What it filters a query's items by, or null.</param>
/// <param name="Clock">The variable of the time of the call, or null where nothing needs it.</param>
/// <param name="Cursor">The parameter of a page's cursor, or null.</param>
/// <param name="IsAction">Whether nothing is sent, because the pattern is part of a transaction.</param>
/// <param name="Many">The parameter that holds many entities or keys, or null.</param>
/// <param name="Segments">The parameter of how many parts of a table are scanned at a time, or null.</param>
/// <param name="Stamps">The properties that a written copy of each of many entities gets, as C# on <c>item</c>.</param>
/// <param name="Expiry">The property by which a found item counts as gone, as a C# condition on <c>{0}</c>; null where none does.</param>
/// <param name="Form">What each item becomes, where that is not just the entity as it is held.</param>
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
    ItemCollectionModel? Collection,
    WriteModel? Write = null,
    ExpressionModel? Filter = null,
    string? Clock = null,
    string? Cursor = null,
    bool IsAction = false,
    string? Many = null,
    string? Segments = null,
    EquatableArray<string> Stamps = default,
    string? Expiry = null,
    ItemForm? Form = null);

/// <summary>A method's parameter.</summary>
internal sealed record ParameterModel(string Name, string TypeName);

/// <summary>What an access pattern does.</summary>
internal enum AccessPatternKind
{
    Get,
    Write,
    QueryStream,
    QueryList,
    QueryFirst,
    QueryCollection,
    QueryPage,
    Scan,
    RepairUnique,
    GetMany,
    PutMany,
    DeleteMany,
}
