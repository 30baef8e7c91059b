namespace DynamoGen.Streams.Shards;

/// <summary>One stream of a table.</summary>
/// <param name="Arn">The stream's ARN.</param>
/// <param name="TableName">The table's name.</param>
/// <param name="Label">The time at which the stream began, which tells it from other streams of the table.</param>
public sealed record TableStream(string Arn, string TableName, string Label);
