namespace DynamoGen.Schema;

/// <summary>One of the regions of a table, as a <see cref="ReplicaAttribute"/> declares it.</summary>
/// <param name="Region">The region's system name.</param>
/// <param name="IsWitness">Whether it only witnesses writes, and holds no items.</param>
public sealed record ReplicaSchema(string Region, bool IsWitness = false);
