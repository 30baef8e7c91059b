namespace DynamoGen.Streams.Reconciliation;

/// <summary>How an entry of a derived state differs from what it should be.</summary>
public enum DriftKind
{
    /// <summary>It should be there and is not.</summary>
    Missing,

    /// <summary>It is there and is not what it should be.</summary>
    Different,

    /// <summary>It is there and should not be.</summary>
    Superfluous,

    /// <summary>
    /// It is not what it should be, and its version is newer than that of its item, such as after a table was restored from a backup. Versions guard it from
    /// a repair; delete it and run again, or build the derived state anew.
    /// </summary>
    Ahead,
}

/// <summary>An entry that differs from what it should be.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Kind">How it differs.</param>
/// <param name="IsRepaired">Whether it was seen to agree after a repair.</param>
public readonly record struct Drift(string Id, DriftKind Kind, bool IsRepaired);
