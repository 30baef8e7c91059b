namespace DynamoGen.Migrations;

/// <summary>A process that reads, writes or copies items of a migration, as the fleet's register knows it.</summary>
/// <param name="Migration">The migration's name.</param>
/// <param name="Id">The process, under the name that it gave itself.</param>
public sealed record MigrationInstance(string Migration, string Id)
{
    /// <summary>Grows with every sign of life.</summary>
    public long Counter { get; init; }

    /// <summary>The version of the state that it has acknowledged: nothing that it began in an earlier one is still under way.</summary>
    public long Acknowledged { get; init; }
}
