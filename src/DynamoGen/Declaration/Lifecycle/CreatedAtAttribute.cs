namespace DynamoGen;

/// <summary>
/// Sets a DateTimeOffset or DateTime to the time of the write when an item is put whose property still has its default value. The entity is a record.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CreatedAtAttribute : Attribute;
