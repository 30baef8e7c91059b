namespace DynamoGen;

/// <summary>
/// Makes a GetItem of a table that is in several regions read the newest version of the item, wherever it was written: by a strongly consistent read in the
/// region that alone writes the item, in the client's own region where the table's consistency is <see cref="TableConsistency.Strong"/>, or in all regions
/// where each of them writes: there it takes the version with the latest <see cref="UpdatedAtAttribute"/>.
/// </summary>
/// <remarks>
/// <para>
/// It takes one read capacity unit for each 4 KB in each region that is asked, and as long as the slowest of them; a call to another region takes some
/// 100 ms and fails with it. There must be a client for each region that is asked, by <c>AddRegion</c>. See <c>docs/regions.md</c>, and
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </para>
/// <para>Where all regions are asked, a deletion has no time: an item that is deleted in one region and not yet in another counts as present.</para>
/// </remarks>
/// <exception cref="NewestUnknownException">
/// A region did not answer, or there is no client for it, so that nobody can say which version is the newest.
/// </exception>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadNewestAttribute : Attribute
{
    /// <summary>
    /// Whether the newest version of those regions that answered will do, as long as one did. It means nothing where one region has the newest. False
    /// unless set.
    /// </summary>
    public bool Partial { get; set; }
}
