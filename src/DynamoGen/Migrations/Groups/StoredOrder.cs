namespace DynamoGen.Migrations.Groups;

/// <summary>Keys as DynamoDB sorts them: byte by byte, in the form that sorts as the values do.</summary>
internal sealed class StoredOrder : IComparer<byte[]>
{
    public static readonly StoredOrder Instance = new();

    public int Compare(byte[]? left, byte[]? right) => left.AsSpan().SequenceCompareTo(right);
}
