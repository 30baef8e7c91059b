using DynamoGen;
using IssueTracker.Accounts;

namespace IssueTracker.Code;

/// <summary>A repository of code. Its issues and pull requests are items of their own under the same partition key.</summary>
[Entity<IssueTrackerTable>(Name = "Repository")]
[Key("REPOSITORY#{Owner}#{Name}", "REPOSITORY")]
[Key("gsi1", "OWNER#{Owner}", "{PushedAt}#{Name}")]
[Key("gsi2", "FORKS#{ParentOwner}#{ParentName}", "{Name}#{Owner}")] // sparse: only forks have a parent
public sealed partial record CodeRepository
{
    public required AccountName Owner { get; init; }

    public required RepositoryName Name { get; init; }

    public required DateTimeOffset PushedAt { get; init; }

    public AccountName? ParentOwner { get; init; }

    public RepositoryName? ParentName { get; init; }

    /// <summary>The number that the latest issue or pull request took; both count together.</summary>
    public int LastNumber { get; init; }

    public int Stars { get; init; }

    public int Forks { get; init; }
}
