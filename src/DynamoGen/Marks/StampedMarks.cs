namespace DynamoGen.Marks;

/// <summary>What <see cref="MarkStamper"/> has done.</summary>
/// <param name="Stamped">How many items it gave their marks.</param>
/// <param name="Passed">How many items were written with marks, or deleted, before it came to them.</param>
public sealed record StampedMarks(long Stamped, long Passed);
