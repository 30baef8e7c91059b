using DynamoGen;
using IssueTracker.Accounts;
using IssueTracker.Code;

namespace IssueTracker.Issues;

/// <summary>A comment of an issue, with its reactions counted in place.</summary>
[Entity<IssueTrackerTable>]
[Key("COMMENTS#{Owner}#{Repository}#{Number}", "{Position}")]
public sealed partial record Comment
{
    public required AccountName Owner { get; init; }

    public required RepositoryName Repository { get; init; }

    /// <summary>The issue's number.</summary>
    public required int Number { get; init; }

    /// <summary>The place among the issue's comments, from 1.</summary>
    public required int Position { get; init; }

    public required AccountName Author { get; init; }

    public required string Text { get; init; }

    [CreatedAt]
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>When it was written, or last reacted to.</summary>
    [UpdatedAt]
    public DateTimeOffset ActiveAt { get; init; }

    public int ThumbsUp { get; init; }

    public int Hearts { get; init; }
}
