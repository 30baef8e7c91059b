namespace DynamoGen.CommandLine.Documents.Locks;

/// <summary>What committed locks say of what is stored, by the declared names of the tables.</summary>
internal sealed class LockedSchema
{
    private readonly SortedDictionary<string, List<LockedEntity>> _tables = new(StringComparer.Ordinal);

    /// <summary>The tables, by name.</summary>
    public IEnumerable<string> Tables => _tables.Keys;

    /// <summary>The entities of a table, by name; none of a table that no lock has.</summary>
    public IReadOnlyList<LockedEntity> EntitiesOf(string table) => _tables.GetValueOrDefault(table) ?? [];

    /// <summary>Adds entities of a table, of which another lock may have some too.</summary>
    public void Add(string table, IEnumerable<LockedEntity> entities)
    {
        var all = EntitiesOf(table).Concat(entities).DistinctBy(entity => (entity.Name, entity.Type));
        _tables[table] = [.. all.OrderBy(entity => entity.Name, StringComparer.Ordinal)];
    }
}
