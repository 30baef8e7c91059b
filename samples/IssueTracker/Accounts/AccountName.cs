namespace IssueTracker.Accounts;

/// <summary>The unique name of a user or an organization.</summary>
public readonly record struct AccountName(string Value)
{
    public override string ToString() => Value;
}
