using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Infrastructure.Tables;

/// <summary>A table of the application.</summary>
/// <param name="Schema">How it is declared.</param>
/// <param name="Name">Its name, with any prefix.</param>
/// <param name="Operations">The operations by which repositories use it.</param>
internal sealed record DeclaredTable(TableSchema Schema, string Name, IReadOnlyList<DynamoOperation> Operations);
