namespace DynamoGen.Migrations.Runs;

/// <summary>A phase of a migration came to an end that someone must look at before it goes on. Nothing is lost: it can be run again.</summary>
/// <param name="migration">The migration's name.</param>
/// <param name="reason">What is to be looked at.</param>
public sealed class MigrationStoppedException(string migration, string reason) : DynamoGenException($"{migration} stopped, because {reason}.")
{
    /// <summary>The migration's name.</summary>
    public string Migration { get; } = migration;
}
