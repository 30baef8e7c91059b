using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Streams;

/// <summary>A class marked with <c>[StreamHandler]</c>.</summary>
/// <param name="Type">The class.</param>
/// <param name="Name">The name by which fences and failed records know it.</param>
/// <param name="TableType">The table's class, for use anywhere.</param>
/// <param name="Entities">The entities that it handles changes of.</param>
/// <param name="Other">The method for items of no such entity, or null.</param>
internal sealed record StreamHandlerModel(
    TypeIdentity Type,
    string Name,
    string TableType,
    EquatableArray<HandledEntity> Entities,
    HandlerMethod? Other);

/// <summary>The methods for the changes of one entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Changes">The struct of its changed properties, for use anywhere; null where it has none.</param>
/// <param name="Inserted">The method for new items, or null.</param>
/// <param name="Modified">The method for modified items, or null.</param>
/// <param name="Removed">The method for removed items, or null.</param>
internal sealed record HandledEntity(EntityReference Entity, string? Changes, HandlerMethod? Inserted, HandlerMethod? Modified, HandlerMethod? Removed)
{
    /// <summary>The method for lost updates, or null.</summary>
    public HandlerMethod? Conflicted { get; init; }

    /// <summary>The attributes of the marks by which lost updates are seen, or null.</summary>
    public HandledLineage? Lineage { get; init; }
}

/// <summary>The attributes of the marks of an item's writes.</summary>
/// <param name="Mark">That of the mark of the last write.</param>
/// <param name="Base">That of the mark that it was based on.</param>
/// <param name="TimeToLive">That of the time to live, or null.</param>
internal sealed record HandledLineage(string Mark, string Base, string? TimeToLive);

/// <summary>A method that handles a change.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What it takes, in order.</param>
/// <param name="ReturnsTask">Whether it returns a Task, and no ValueTask.</param>
internal sealed record HandlerMethod(string Name, EquatableArray<HandlerArgument> Parameters, bool ReturnsTask)
{
    /// <summary>Whether it takes something.</summary>
    public bool Takes(HandlerParameter parameter) => Parameters.Any(argument => argument.Is == parameter);
}

/// <summary>One argument that a handler's method is given.</summary>
internal readonly record struct HandlerArgument(HandlerParameter Is);

/// <summary>What a parameter of a handler's method stands for.</summary>
internal enum HandlerParameter
{
    /// <summary>The item before the change.</summary>
    Before,

    /// <summary>The item after the change.</summary>
    After,

    /// <summary>The record as it is.</summary>
    Record,

    /// <summary>What the stream tells beside the item.</summary>
    Change,

    /// <summary>Which properties differ.</summary>
    Changes,

    /// <summary>Who removed the item.</summary>
    Cause,

    /// <summary>What is known of both writes of a lost update.</summary>
    Conflict,

    /// <summary>The token that ends the handling.</summary>
    Cancellation,
}
