using DynamoGen.Schema;

namespace DynamoGen.Testing;

/// <summary>A fault that an attempt of a request has met.</summary>
/// <param name="Attempt">The attempt's number among all that the plan has seen, from 1.</param>
/// <param name="AccessPattern">The name of its access pattern or transaction; null where it has none.</param>
/// <param name="Operation">Its operation.</param>
/// <param name="Fault">The fault.</param>
public sealed record InjectedFault(int Attempt, string? AccessPattern, DynamoOperation Operation, Fault Fault)
{
    /// <summary>Such as <c>#3 IOrders.Put (PutItem): Throttled</c>; never a value.</summary>
    public override string ToString() => FormattableString.Invariant($"#{Attempt} {AccessPattern ?? "-"} ({Operation}): {Fault}");
}
