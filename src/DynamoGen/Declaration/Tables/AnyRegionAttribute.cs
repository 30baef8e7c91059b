namespace DynamoGen;

/// <summary>
/// Says that every region of a <see cref="TableAttribute">table</see> writes every item, which is what is meant where a table with replicas says nothing: of
/// two writes of one item at the same time the last one wins, and the other is lost.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AnyRegionAttribute : Attribute;
