namespace DynamoGen;

/// <summary>Lets a read yield items whose <see cref="TimeToLiveAttribute"/> has passed and which DynamoDB has not deleted yet.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IncludeExpiredAttribute : Attribute;
