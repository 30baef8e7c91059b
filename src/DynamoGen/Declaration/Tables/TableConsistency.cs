namespace DynamoGen;

/// <summary>What the replicas of a table in several regions agree on.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
public enum TableConsistency
{
    /// <summary>A write is in its own region at once, and in the others about a second later; of two writes the last one wins (<c>EVENTUAL</c>).</summary>
    Eventual,

    /// <summary>
    /// A write is in another region too before it is acknowledged (<c>STRONG</c>): three regions, of which one may be a witness, and neither time to live,
    /// nor local indexes, nor transactions.
    /// </summary>
    Strong,
}
