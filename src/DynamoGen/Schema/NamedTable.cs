namespace DynamoGen.Schema;

/// <summary>A table in one environment.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Schema">The table as declared.</param>
internal readonly record struct NamedTable(string Name, TableSchema Schema);
