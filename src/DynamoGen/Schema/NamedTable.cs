namespace DynamoGen.Schema;

/// <summary>A table in one environment.</summary>
/// <param name="name">Its name there.</param>
/// <param name="schema">The table as declared.</param>
internal class NamedTable(string name, TableSchema schema)
{
    /// <summary>Its name there.</summary>
    public string Name => name;

    /// <summary>The table as declared.</summary>
    public TableSchema Schema => schema;
}
