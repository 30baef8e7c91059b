namespace DynamoGen;

/// <summary>
/// Makes a method a Query, whatever it is called, and one that returns one entity or null the first item of a Query of the table, as
/// <c>[Query, Descending] ValueTask&lt;Order?&gt; Latest(string customerId)</c>, where it would be a GetItem otherwise.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html">Query</see>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class QueryAttribute : Attribute;
