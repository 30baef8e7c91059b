using DynamoGen.Regions.Conflicts;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.Dispatch;

/// <summary>What a stream handler handles.</summary>
/// <param name="Name">The name by which fences, failed records and metrics know it.</param>
/// <param name="Table">The table whose changes it handles.</param>
/// <param name="Changes">The changes of entities that it handles.</param>
/// <param name="HandlesOther">Whether it also handles items of no entity that it names.</param>
public sealed record StreamHandlerSchema(string Name, TableSchema Table, IReadOnlyList<HandledChange> Changes, bool HandlesOther)
{
    /// <summary>Where the items of its entities carry the marks by which lost updates are seen; none for entities without marks.</summary>
    public IReadOnlyList<ItemLineage> Lineages { get; init; } = [];

    /// <summary>What the keys of its entities begin with, where not each item carries the name of its entity.</summary>
    public IReadOnlyList<(string Entity, KeyBeginning Beginning)> Beginnings { get; init; } = [];

    /// <summary>Describes a handler of a table. Generated code calls it.</summary>
    /// <typeparam name="TTable">The table.</typeparam>
    /// <param name="name">The handler's name.</param>
    /// <param name="handlesOther">Whether it also handles items of no entity that it names.</param>
    /// <param name="changes">The changes of entities that it handles.</param>
    public static StreamHandlerSchema Of<TTable>(string name, bool handlesOther, params HandledChange[] changes)
        where TTable : class, ITable<TTable> => new(name, TTable.Schema, changes, handlesOther);
}

/// <summary>A change of an entity's items that a handler handles.</summary>
/// <param name="Entity">The entity's name in <c>_t</c>.</param>
/// <param name="Kind">What happens to the item.</param>
public sealed record HandledChange(string Entity, ChangeKind Kind);
