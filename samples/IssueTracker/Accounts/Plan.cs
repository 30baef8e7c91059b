using DynamoGen;

namespace IssueTracker.Accounts;

/// <summary>What an account pays for; each kind of plan has figures of its own.</summary>
[Polymorphic(Discriminator = "plan")]
[DerivedType<FreePlan>("free"), DerivedType<TeamPlan>("team")]
public abstract record Plan;

public sealed record FreePlan : Plan;

public sealed record TeamPlan(int Seats, DateOnly RenewsOn) : Plan;
