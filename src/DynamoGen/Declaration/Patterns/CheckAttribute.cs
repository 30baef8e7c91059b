namespace DynamoGen;

/// <summary>
/// Makes a method the condition check of a transaction, as one whose name begins with <c>Check</c> is.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConditionCheck.html">ConditionCheck</see>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CheckAttribute : Attribute;
