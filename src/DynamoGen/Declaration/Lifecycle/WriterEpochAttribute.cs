namespace DynamoGen;

/// <summary>
/// Sets a number with each write to the epoch in which the process writes: 0 before the first failover that it has heard of. A write
/// is refused by an item of a newer epoch with a <c>WrongRegionException</c> that names the region which has taken over. The property is a <c>long</c>
/// of a record, stored as <c>Epoch</c>, and its table is marked with <c>[OneRegion]</c>.
/// </summary>
/// <remarks>
/// <para>
/// Puts, replaces, updates and deletions, single and in transactions, have the condition that the item has no epoch or none that is newer; a create finds no
/// item. A batch has no conditions, so that such entities have none that writes. A deletion leaves no epoch behind.
/// </para>
/// See <see href="https://docs.aws.amazon.com/prescriptive-guidance/latest/dynamodb-global-tables/evacuation.html">evacuating a region</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class WriterEpochAttribute : Attribute;
