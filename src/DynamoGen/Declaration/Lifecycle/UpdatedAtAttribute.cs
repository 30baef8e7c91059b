namespace DynamoGen;

/// <summary>Sets a DateTimeOffset or DateTime to the time of each write, updates of some attributes included. The entity is a record.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UpdatedAtAttribute : Attribute;
