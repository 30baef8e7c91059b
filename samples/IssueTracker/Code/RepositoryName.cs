namespace IssueTracker.Code;

/// <summary>The name of a repository, unique among those of its owner.</summary>
public readonly record struct RepositoryName(string Value)
{
    public override string ToString() => Value;
}
