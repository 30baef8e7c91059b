using System.Text;
using DynamoGen.Schema;

namespace DynamoGen.Telemetry.HotKeys;

/// <summary>The partition keys that were found in a request, while it is read.</summary>
internal sealed class FoundKeys
{
    private readonly NamedTable[] _tables;
    private NamedTable _table;
    private byte[] _partitionKey = [];

    /// <param name="tables">The tables that it can name; until it names one, keys are the first one's.</param>
    public FoundKeys(NamedTable[] tables)
    {
        _tables = tables;
        _table = tables[0];
        Enter(_table);
    }

    /// <summary>The values under the names of their tables.</summary>
    public Dictionary<string, List<string>> ByTable { get; } = [];

    /// <summary>The keys that follow are of the table of this name.</summary>
    public void Enter(ReadOnlySpan<byte> tableName)
    {
        var name = Encoding.UTF8.GetString(tableName);
        foreach (var table in _tables)
        {
            if (table.Name == name)
            {
                Enter(table);
            }
        }
    }

    public bool IsPartitionKey(ReadOnlySpan<byte> attribute) => attribute.SequenceEqual(_partitionKey);

    public void Add(string value)
    {
        if (!ByTable.TryGetValue(_table.Name, out var values))
        {
            ByTable.Add(_table.Name, values = []);
        }

        values.Add(value);
    }

    private void Enter(NamedTable table) => (_table, _partitionKey) = (table, Encoding.UTF8.GetBytes(table.Schema.PartitionKey));
}
