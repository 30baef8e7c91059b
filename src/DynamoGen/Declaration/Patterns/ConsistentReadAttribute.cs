namespace DynamoGen;

/// <summary>
/// Makes a GetItem or a Query of the table strongly consistent, at twice the read capacity. A global secondary index cannot be read consistently;
/// asking for it is a build error.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html">read consistency</see>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConsistentReadAttribute : Attribute;
