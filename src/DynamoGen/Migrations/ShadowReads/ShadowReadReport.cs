namespace DynamoGen.Migrations.ShadowReads;

/// <summary>What one process has compared since a state of the migration began.</summary>
/// <param name="Migration">The migration's name.</param>
/// <param name="StateVersion">The version of the state: whoever comes back to the phase counts anew.</param>
/// <param name="Process">The process.</param>
/// <param name="Counts">All that it has counted, so that it does not matter how often it is written.</param>
internal sealed record ShadowReadReport(string Migration, long StateVersion, string Process, IReadOnlyList<ShadowReadCount> Counts);
