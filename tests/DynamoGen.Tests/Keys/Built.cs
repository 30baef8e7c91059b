using System.Text;
using DynamoGen.Keys;

namespace DynamoGen.Tests.Keys;

/// <summary>Builds one key and gives it as text.</summary>
internal static class Built
{
    public delegate void Build(ref KeyBuilder key);

    public static string Key(Build build, int limit = 4096)
    {
        var key = new KeyBuilder(new byte[limit]);
        build(ref key);
        Assert.Equal(Encoding.UTF8.GetString(key.Written), key.ToString());
        return key.ToString();
    }

    /// <summary>Keys compare as DynamoDB compares them: as UTF-8 bytes.</summary>
    public static int Compare(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
