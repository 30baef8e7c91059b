namespace IssueTracker.Accounts;

public readonly record struct SessionId(Guid Value);
