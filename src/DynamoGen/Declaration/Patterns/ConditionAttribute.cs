namespace DynamoGen;

/// <summary>
/// A condition that a write must meet, in DynamoDB's condition expression syntax: properties by their C# names, parameters of the method in braces, as in
/// <c>[Condition("Status = 'Open' AND Freight &lt; {limit}")]</c>. The build checks names and types, puts every name and value behind a placeholder,
/// and adds what the entity demands by itself (its existence, its lock).
/// </summary>
/// <param name="expression">The condition.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html">condition expressions</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConditionAttribute(string expression) : Attribute
{
    /// <summary>The condition.</summary>
    public string Expression { get; } = expression;
}
