namespace DynamoGen;

/// <summary>
/// Says how many write capacity units a write of an entity may take, its indexes included. DG4021 tells access patterns that may take more; telemetry counts
/// and logs writes that took more. Nothing is refused.
/// </summary>
/// <param name="writes">Write capacity units for an item of up to 1 KB.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">capacity unit consumption</see>, and
/// <c>docs/costs.md</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WriteBudgetAttribute(int writes) : Attribute
{
    /// <summary>Write capacity units of a write.</summary>
    public int Writes { get; } = writes;
}
