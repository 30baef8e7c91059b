using DynamoGen.Schema;

namespace DynamoGen.Batches;

/// <summary>The tables of one batch, each once, in the order in which its entries name them.</summary>
internal sealed class BatchTables
{
    private readonly List<BatchTable> _tables = [];

    public IReadOnlyList<BatchTable> All => _tables;

    /// <summary>The table of an entry.</summary>
    /// <param name="name">Its name in this environment.</param>
    /// <param name="schema">The table as declared.</param>
    public BatchTable Of(string name, TableSchema schema)
    {
        var table = _tables.Find(known => known.Name == name);
        if (table is null)
        {
            _tables.Add(table = new BatchTable(name, schema));
        }

        return table;
    }
}
