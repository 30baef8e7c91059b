namespace DynamoGen.Streams.Failures;

/// <summary>A failed record as a <see cref="FailedRecordTable"/> keeps it.</summary>
/// <param name="Handler">The handler's name.</param>
/// <param name="Record">The record.</param>
/// <param name="Reason">The name of the exception's type.</param>
/// <param name="Message">Its message, where it is known to hold no value; else null.</param>
/// <param name="Attempts">How often the record was tried.</param>
/// <param name="FailedAt">When it was put aside.</param>
public sealed record StoredFailure(string Handler, StreamRecord Record, string Reason, string? Message, int Attempts, DateTimeOffset FailedAt)
{
    /// <summary>The number of items that it takes.</summary>
    internal int Parts { get; init; } = 1;
}

/// <summary>What became of failed records that were fed to their handler again.</summary>
/// <param name="Handled">Those that were handled, and are gone from the table.</param>
/// <param name="Outdated">Those of items of which a later change had been handled, and are gone from the table.</param>
/// <param name="Failed">Those that failed again or wait behind one that did, and are still there.</param>
public readonly record struct ReplayedFailures(int Handled, int Outdated, int Failed);
