using System.ComponentModel;
using System.Text;

namespace DynamoGen.Keys;

/// <summary>What no key lies above, for ranges without an upper bound.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HighestKey
{
    private static readonly byte[] Base64 = Encoding.ASCII.GetBytes(Convert.ToBase64String([.. Enumerable.Repeat(byte.MaxValue, KeyBuilder.MaxSortKeyBytes)]));

    /// <summary>The highest sort key of type Binary, in Base64.</summary>
    public static ReadOnlySpan<byte> Binary => Base64;
}
