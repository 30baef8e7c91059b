namespace DynamoGen;

/// <summary>
/// Says how many read capacity units a call of an access pattern may take. DG3024 tells a pattern that takes more at least; telemetry counts and logs calls
/// that took more. Nothing is refused.
/// </summary>
/// <param name="reads">Read capacity units: 0.5 for 4 KB that are read eventually consistently, 1 consistently, 2 in a transaction.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">capacity unit consumption</see>, and
/// <c>docs/costs.md</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CapacityBudgetAttribute(double reads) : Attribute
{
    /// <summary>Read capacity units of a call.</summary>
    public double Reads { get; } = reads;
}
