namespace DynamoGen.Migrations.Ledger;

/// <summary>How long to wait before a transaction is tried again that met another one at work on the same item.</summary>
internal static class ConflictPause
{
    private const double FirstMilliseconds = 10;
    private const double LongestMilliseconds = 1_000;

    /// <param name="attempt">How often it was tried, from 1.</param>
    public static TimeSpan Of(int attempt) =>
        TimeSpan.FromMilliseconds(Math.Min(LongestMilliseconds, FirstMilliseconds * Math.Pow(2, attempt)) * (0.5 + Random.Shared.NextDouble()));
}
