namespace DynamoGen.Cursors;

/// <summary>Keys compare as DynamoDB compares them: byte by byte. Descending is exactly the reverse of ascending.</summary>
internal sealed class MergeOrder(bool descending) : IComparer<MergePlace>
{
    public int Compare(MergePlace left, MergePlace right)
    {
        var order = left.SortKey.AsSpan().SequenceCompareTo(right.SortKey);
        order = order != 0 ? order : left.Shard.CompareTo(right.Shard);
        return descending ? -order : order;
    }
}
