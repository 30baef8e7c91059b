namespace DynamoGen.Migrations.Phases;

/// <summary>
/// A migration without a backward function is changing over, and nobody may write for a moment. It is safe to try again: nothing was sent.
/// </summary>
/// <param name="migration">The migration's name.</param>
public sealed class WritesPausedException(string migration)
    : DynamoGenException($"{migration} is changing over to its target, and writes are paused for the moment. Nothing was sent.")
{
    /// <summary>The migration's name.</summary>
    public string Migration { get; } = migration;
}
