namespace DynamoGen;

/// <summary>
/// Keeps items out of a query's result that do not meet a condition, written as in <see cref="ConditionAttribute"/>. The items are read, and paid
/// for, all the same: a filter is for what a key cannot say and few items fail.
/// </summary>
/// <param name="expression">The condition.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.FilterExpression.html">filter expressions</see>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FilterAttribute(string expression) : Attribute
{
    /// <summary>The condition.</summary>
    public string Expression { get; } = expression;
}
