namespace DynamoGen.Generator.Model;

/// <summary>A class marked with <c>[Table]</c>.</summary>
internal sealed record TableModel(
    TypeIdentity Type,
    string Name,
    string PartitionKey,
    string? SortKey,
    bool IsProvisioned,
    long ReadCapacityUnits,
    long WriteCapacityUnits,
    string? TimeToLive,
    EquatableArray<IndexModel> Indexes);

/// <summary>A secondary index of a table; a local one has the table's partition key.</summary>
internal sealed record IndexModel(string Name, string PartitionKey, string? SortKey, bool IsLocal = false);
