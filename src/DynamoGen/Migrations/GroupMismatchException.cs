namespace DynamoGen.Migrations;

/// <summary>
/// A function of a migration from one item to several, or back, makes items that do not stand for what it was given. It never carries a value.
/// </summary>
/// <param name="migration">The migration's name.</param>
/// <param name="mismatch">What is wrong.</param>
public sealed class GroupMismatchException(string migration, string mismatch) : DynamoGenException($"{migration}: {mismatch}")
{
    /// <summary>The migration's name.</summary>
    public string Migration { get; } = migration;
}
