namespace DynamoGen;

/// <summary>Makes a Query return its items from the highest sort key to the lowest (<c>ScanIndexForward = false</c>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DescendingAttribute : Attribute;
