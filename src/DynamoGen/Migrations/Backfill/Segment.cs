namespace DynamoGen.Migrations.Backfill;

/// <summary>A part of the table of old items, which one worker at a time copies.</summary>
/// <param name="Run">The migration and its attempt.</param>
/// <param name="Number">The part, from 0.</param>
internal sealed record Segment(string Run, int Number)
{
    /// <summary>The worker that copies it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Grows with every write: the sign of life of the owner.</summary>
    public long Counter { get; init; }

    /// <summary>The key behind which the next page begins, as JSON; null for the beginning.</summary>
    public string? Position { get; init; }

    /// <summary>Whether all of it is copied.</summary>
    public bool IsDone { get; init; }

    /// <summary>How many items were copied.</summary>
    public long Copied { get; init; }

    /// <summary>How many items could not be copied, and are in the ledger.</summary>
    public long Failed { get; init; }

    public Segment TakenBy(string? owner) => this with { Owner = owner, Counter = Counter + 1 };

    public Segment Renewed() => this with { Counter = Counter + 1 };

    /// <summary>The segment behind a page.</summary>
    public Segment Behind(BackfillPage page) => this with
    {
        Counter = Counter + 1,
        Position = page.Next,
        IsDone = page.Next is null,
        Owner = page.Next is null ? null : Owner,
        Copied = Copied + page.Count,
        Failed = Failed + page.Failures.Count,
    };
}
